import { LRUCache } from 'lru-cache';
import { createSignedTokens } from './signedTokens.ts';
import type { SigningKeys } from './signingKeys.ts';

/** Not people's type, so that neither kind of token is ever taken for the other. */
const TYPE = 'client+jwt';
const MAX_TOKENS = 1000;

/** What the token of a client says. */
export interface MachineClaims {
  readonly clientId: string;
  /** The permissions that it was asked for. */
  readonly scope: ReadonlySet<string>;
}

interface Verified extends MachineClaims {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

interface MachineTokens {
  /** Whether a token says that it is a client's. */
  isClaimed(token: string): boolean;
  sign(claims: MachineClaims): Promise<string>;
  /** @returns undefined for a token that is not ours, was changed, or has expired. */
  verify(token: string): Promise<MachineClaims | undefined>;
}

/** Tokens of OAuth 2 clients (RFC 6749, 4.4). @param issuer the shop's public origin. */
export function createMachineTokens(keys: SigningKeys, issuer: string): MachineTokens {
  const tokens = createSignedTokens(keys, issuer, TYPE);
  /** What a token says never changes; what its client may do is looked up each time. */
  const known = new LRUCache<string, Verified>({ max: MAX_TOKENS });

  async function read(token: string): Promise<Verified | undefined> {
    const verified = await tokens.verify(token);
    const scope: unknown = verified?.claims['scope'];
    if (!verified || typeof scope !== 'string') return undefined;
    const { subject: clientId, expiresAt } = verified;
    return { clientId, scope: new Set(scope.split(' ')), expiresAt };
  }

  return {
    isClaimed(token) {
      const [header = ''] = token.split('.', 1);
      return Buffer.from(header, 'base64url').toString().includes(`"typ":"${TYPE}"`);
    },

    sign: ({ clientId, scope }) =>
      tokens.sign({
        subject: clientId,
        claims: { client_id: clientId, scope: [...scope].join(' ') },
      }),

    async verify(token) {
      const cached = known.get(token);
      const verified = cached ?? (await read(token));
      if (!verified || verified.expiresAt <= Date.now()) return undefined;
      if (!cached) known.set(token, verified);
      return verified;
    },
  };
}
