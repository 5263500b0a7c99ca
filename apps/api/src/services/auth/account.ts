import { AppError, notFound } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import { hashToken } from '../../utils/linkToken.ts';
import type { Account, AccountSession } from './signIn.ts';
import { revokeSession, revokeSessions, selectAccount, selectSessions } from './statements.ts';

/** Who is signed in. @throws {AppError} unauthorized when the session has just ended. */
export async function readAccount(
  { db }: Context,
  { sessionId }: Pick<Identity, 'sessionId'>,
): Promise<Account> {
  const [account] = await db.query(selectAccount, { sessionId });
  if (!account) throw new AppError('unauthorized', 'The session has ended. Sign in again.');
  return account;
}

/** Ends the session of a request, known by its identity or its refresh token; without one, nothing. */
export async function logOut(
  { db }: Context,
  session: { sessionId?: string | undefined; refreshToken?: string | undefined },
): Promise<void> {
  const { sessionId = null, refreshToken } = session;
  const tokenHash = refreshToken === undefined ? null : hashToken(refreshToken);
  await db.execute(revokeSession, { sessionId, tokenHash, reason: 'signed_out' });
}

/** Ends the session that a browser had before a sign-in, known by its refresh token. */
export async function endReplaced({ db }: Context, refreshToken: string): Promise<void> {
  const tokenHash = hashToken(refreshToken);
  await db.execute(revokeSession, { sessionId: null, tokenHash, reason: 'replaced' });
}

/** More than anyone has; the rest ends by itself. */
const MAX_SESSIONS = 100;

/** The open sessions of a user, the one used last first. */
export function listSessions({ db }: Context, userId: string): Promise<AccountSession[]> {
  return db.query(selectSessions, { userId, limit: MAX_SESSIONS });
}

/** Ends one session of a user. @throws {AppError} not_found for any other. */
export async function endSession(
  { db }: Context,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<void> {
  const ended = { userId, sessionId, exceptId: null, reason: 'signed_out' };
  if ((await db.execute(revokeSessions, ended)) === 0) throw notFound('session');
}

/** Ends every session of a user. */
export async function endAllSessions({ db }: Context, userId: string): Promise<void> {
  const all = { sessionId: null, exceptId: null, reason: 'signed_out' };
  await db.execute(revokeSessions, { userId, ...all });
}
