import { newId } from '../../kernel/ids.ts';
import { hashToken } from '../../utils/linkToken.ts';
import type { AuthDeps } from './deps.ts';
import { invalidCredentials } from './refusals.ts';
import type { Account, OpenedSession, SignIn, SignInContext } from './signIn.ts';
import { insertSession } from './statements.ts';
import { isDeviceOf, newDeviceToken, newRefreshToken } from './tokens.ts';

/** As much of a user agent as is kept. */
const MAX_USER_AGENT = 500;

/**
 * Opens a session for someone who is proved, whichever way they signed in. Only the hash of the
 * refresh token is stored.
 * @throws {AppError} invalid_credentials when the account was disabled, or its password changed,
 *   since it was looked at.
 */
export async function openSession(
  deps: AuthDeps,
  ctx: SignInContext,
  { userId, method, mode, factorAt = null, deviceToken: shown, passwordChangedAt = null }: SignIn,
): Promise<OpenedSession> {
  const refreshToken = newRefreshToken();
  const [account] = await ctx.db.query(insertSession, {
    sessionId: newId('session'),
    userId,
    mode,
    ...originOf(ctx),
    factorAt,
    isPasswordKnown: method !== 'provider',
    passwordChangedAt,
    tokenHash: hashToken(refreshToken),
  });
  if (!account) throw invalidCredentials();
  // A device keeps its token, by which it may be remembered.
  const isKnown = shown !== undefined && isDeviceOf(deps.secret, shown, userId);
  const deviceToken = isKnown ? shown : newDeviceToken(deps.secret, userId);
  return { ...(await tokensOf(deps, account, refreshToken)), deviceToken };
}

/** A session's answer to its client. */
export async function tokensOf(
  { identity }: AuthDeps,
  account: Account,
  refreshToken: string,
): Promise<OpenedSession> {
  const { sessionId } = account;
  return {
    account,
    accessToken: await identity.issueToken(account),
    expiresIn: identity.tokenSeconds,
    refreshToken,
    csrfToken: identity.csrfTokenOf(sessionId),
  };
}

/** Where a session is used from. */
export function originOf({ clientAddress, userAgent }: SignInContext) {
  return { ip: clientAddress ?? null, userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null };
}
