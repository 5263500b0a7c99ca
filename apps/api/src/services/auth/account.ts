import { inTransaction } from '../../db/transaction.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import { hashToken } from '../../utils/linkToken.ts';
import type { AuthDeps } from './deps.ts';
import type { Account, AccountSession } from './signIn.ts';
import {
  revokeSession,
  revokeSessions,
  selectAccount,
  selectHolder,
  selectSessions,
} from './statements.ts';

/** Who is signed in. @throws {AppError} unauthorized when the session has just ended. */
export async function readAccount(
  { db }: Context,
  { sessionId }: Pick<Identity, 'sessionId'>,
): Promise<Account> {
  const [account] = await db.query(selectAccount, { sessionId });
  if (!account) throw new AppError('unauthorized', 'The session has ended. Sign in again.');
  return account;
}

/** Whose open session a refresh token is of. */
export async function userOf(
  { db }: Context,
  refreshToken: string | undefined,
): Promise<string | undefined> {
  if (refreshToken === undefined) return undefined;
  const [session] = await db.query(selectHolder, { tokenHash: hashToken(refreshToken) });
  return session?.userId;
}

/** Ends the session of a request, known by its identity or its refresh token; without one, nothing. */
export async function logOut(
  { audit }: Pick<AuthDeps, 'audit'>,
  ctx: Context,
  session: { sessionId?: string | undefined; refreshToken?: string | undefined },
): Promise<void> {
  const { sessionId = null, refreshToken } = session;
  const tokenHash = refreshToken === undefined ? null : hashToken(refreshToken);
  await end(audit, ctx, { sessionId, tokenHash, reason: 'signed_out' });
}

/** Ends the session that a browser had before a sign-in, known by its refresh token. */
export async function endReplaced(
  { audit }: Pick<AuthDeps, 'audit'>,
  ctx: Context,
  refreshToken: string,
): Promise<void> {
  const tokenHash = hashToken(refreshToken);
  await end(audit, ctx, { sessionId: null, tokenHash, reason: 'replaced' });
}

interface Ending {
  readonly sessionId: string | null;
  readonly tokenHash: string | null;
  readonly reason: string;
}

function end(audit: AuthDeps['audit'], ctx: Context, ending: Ending): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    for (const ended of await ctx.db.query(revokeSession, { ...ending })) {
      await recordEnd(audit, ctx, { ...ended, reason: ending.reason });
    }
  });
}

/** More than anyone has; the rest ends by itself. */
const MAX_SESSIONS = 100;

/** The open sessions of a user, the one used last first. */
export function listSessions({ db }: Context, userId: string): Promise<AccountSession[]> {
  return db.query(selectSessions, { userId, limit: MAX_SESSIONS });
}

/** Ends one session of a user. @throws {AppError} not_found for any other. */
export async function endSession(
  { audit }: Pick<AuthDeps, 'audit'>,
  ctx: Context,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<void> {
  const ended = { userId, sessionId, exceptId: null, reason: 'signed_out' };
  await inTransaction(ctx, async (ctx) => {
    if ((await ctx.db.execute(revokeSessions, ended)) === 0) throw notFound('session');
    await recordEnd(audit, ctx, { userId, sessionId, reason: 'signed_out' });
  });
}

/** Ends every session of a user. */
export async function endAllSessions(
  { audit }: Pick<AuthDeps, 'audit'>,
  ctx: Context,
  userId: string,
): Promise<void> {
  const all = { sessionId: null, exceptId: null, reason: 'signed_out' };
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(revokeSessions, { userId, ...all });
    await audit.recordOfStaff(ctx, { action: 'session.endAll', userId, isByPerson: true });
  });
}

function recordEnd(
  audit: AuthDeps['audit'],
  ctx: Context,
  { userId, ...details }: { userId: string; sessionId: string; reason: string },
): Promise<void> {
  return audit.recordOfStaff(ctx, { action: 'session.end', userId, isByPerson: true, details });
}
