import { AppError } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import type { Account } from './signIn.ts';
import { revokeSession, selectAccount } from './statements.ts';
import { hashToken } from './tokens.ts';

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
  await db.execute(revokeSession, { sessionId, tokenHash });
}
