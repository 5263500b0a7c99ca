import type { JwtPayload } from 'jsonwebtoken';
import { once } from '../../utils/once.ts';
import { ALGORITHM, type SigningKeys } from './signingKeys.ts';

/** For how long a token is valid. */
export const TOKEN_SECONDS = 900;

const AUDIENCE = 'cartwright';

/** Whose a token is, with claims about it. */
interface Subject {
  readonly subject: string;
  readonly claims: Readonly<Record<string, string>>;
}

/** What an authentic token that has not expired says. */
interface VerifiedClaims {
  readonly subject: string;
  readonly claims: JwtPayload;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

interface SignedTokens {
  /** A token for {@link TOKEN_SECONDS}. */
  sign(subject: Subject): Promise<string>;
  /** @returns undefined for a token that is not ours, is of another type, was changed, or has expired. */
  verify(token: string): Promise<VerifiedClaims | undefined>;
}

/** Loaded with the first token, since many shops have only guests. */
const loadLibrary = once(async () => (await import('jsonwebtoken')).default);

/**
 * Tokens as JWTs.
 * @param type keeps other JWTs of the same keys from being taken for these (RFC 8725, 3.11).
 * @param issuer the shop's public origin.
 */
export function createSignedTokens(keys: SigningKeys, issuer: string, type: string): SignedTokens {
  return {
    async sign({ subject, claims }) {
      const jwt = await loadLibrary();
      return jwt.sign(claims, keys.privateKey, {
        algorithm: ALGORITHM,
        header: { alg: ALGORITHM, typ: type, kid: keys.kid },
        issuer,
        audience: AUDIENCE,
        subject,
        expiresIn: TOKEN_SECONDS,
      });
    },

    async verify(token) {
      const jwt = await loadLibrary();
      try {
        const { header } = jwt.decode(token, { complete: true }) ?? {};
        const key = keys.publicKeys.get(header?.kid ?? '');
        if (!key || header?.typ !== type) return undefined;
        const claims = jwt.verify(token, key, {
          algorithms: [ALGORITHM],
          issuer,
          audience: AUDIENCE,
        });
        if (typeof claims === 'string') return undefined;
        const { sub, exp } = claims;
        if (sub === undefined || exp === undefined) return undefined;
        return { subject: sub, claims, expiresAt: exp * 1000 };
      } catch (error) {
        if (error instanceof jwt.JsonWebTokenError || error instanceof SyntaxError)
          return undefined;
        throw error;
      }
    },
  };
}
