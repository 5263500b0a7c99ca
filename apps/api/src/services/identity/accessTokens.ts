import type { JwtPayload } from 'jsonwebtoken';
import { once } from '../../utils/once.ts';
import { ALGORITHM, type SigningKeys } from './signingKeys.ts';

/** Until an access token must be replaced by means of the refresh token. */
export const ACCESS_TOKEN_SECONDS = 900;

const AUDIENCE = 'cartwright';
/** Keeps other JWTs of the same key from being taken for an access token (RFC 9068). */
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
  /** A token for {@link ACCESS_TOKEN_SECONDS}. */
  sign(claims: Claims): Promise<string>;
  /** @returns undefined for a token that is not ours, was changed, or has expired. */
  verify(token: string): Promise<VerifiedToken | undefined>;
}

/** Loaded with the first token, since many shops have only guests. */
const loadLibrary = once(async () => (await import('jsonwebtoken')).default);

/** Access tokens as JWTs (RFC 9068). @param issuer the shop's public origin. */
export function createAccessTokens(keys: SigningKeys, issuer: string): AccessTokens {
  return {
    async sign({ userId, sessionId }) {
      const jwt = await loadLibrary();
      return jwt.sign({ sid: sessionId }, keys.privateKey, {
        algorithm: ALGORITHM,
        header: { alg: ALGORITHM, typ: TYPE, kid: keys.kid },
        issuer,
        audience: AUDIENCE,
        subject: userId,
        expiresIn: ACCESS_TOKEN_SECONDS,
      });
    },

    async verify(token) {
      const jwt = await loadLibrary();
      try {
        const { header } = jwt.decode(token, { complete: true }) ?? {};
        const key = keys.publicKeys.get(header?.kid ?? '');
        if (!key || header?.typ !== TYPE) return undefined;
        const claims = jwt.verify(token, key, {
          algorithms: [ALGORITHM],
          issuer,
          audience: AUDIENCE,
        });
        return typeof claims === 'string' ? undefined : readClaims(claims);
      } catch (error) {
        if (error instanceof jwt.JsonWebTokenError || error instanceof SyntaxError)
          return undefined;
        throw error;
      }
    },
  };
}

function readClaims({ sub, exp, sid }: JwtPayload): VerifiedToken | undefined {
  if (sub === undefined || exp === undefined || typeof sid !== 'string') return undefined;
  return { userId: sub, sessionId: sid, expiresAt: exp * 1000 };
}
