import { createSignedTokens } from './signedTokens.ts';
import type { SigningKeys } from './signingKeys.ts';

/** RFC 9068. */
const TYPE = 'at+jwt';

/** What a token says. */
interface Claims {
  readonly userId: string;
  readonly sessionId: string;
}

/** A token that is authentic and has not expired. */
interface VerifiedToken extends Claims {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

interface AccessTokens {
  sign(claims: Claims): Promise<string>;
  /** @returns undefined for a token that is not ours, was changed, or has expired. */
  verify(token: string): Promise<VerifiedToken | undefined>;
}

/** People's access tokens, to be replaced by means of the refresh token. @param issuer the shop's public origin. */
export function createAccessTokens(keys: SigningKeys, issuer: string): AccessTokens {
  const tokens = createSignedTokens(keys, issuer, TYPE);
  return {
    sign: ({ userId, sessionId }) => tokens.sign({ subject: userId, claims: { sid: sessionId } }),

    async verify(token) {
      const verified = await tokens.verify(token);
      if (typeof verified?.claims['sid'] !== 'string') return undefined;
      const { subject, claims, expiresAt } = verified;
      return { userId: subject, sessionId: claims['sid'], expiresAt };
    },
  };
}
