import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashToken } from '../../utils/linkToken.ts';
import type { AuthDeps } from './deps.ts';
import { originOf, tokensOf } from './openSession.ts';
import type { OpenedSession, SignInContext } from './signIn.ts';
import { revokeReused, rotateToken, selectRacer } from './statements.ts';
import { successorOf } from './tokens.ts';

/**
 * Exchanges a refresh token for the next. A token that was exchanged a moment ago, as by another tab,
 * gets the same successor again until that one is used; later, or then, its session ends: one of two
 * holders is a thief, and the thief is asked to sign in as well.
 * @throws {AppError} invalid_refresh_token
 */
export async function refreshSession(
  deps: AuthDeps,
  ctx: SignInContext,
  token: string,
): Promise<OpenedSession> {
  const next = successorOf(deps.secret, token);
  const hashes = { hash: hashToken(token), nextHash: hashToken(next) };
  const [rotated] = await ctx.db.query(rotateToken, { ...hashes, ...originOf(ctx) });
  const [account] = rotated ? [rotated] : await ctx.db.query(selectRacer, hashes);
  if (account) return tokensOf(deps, account, next);
  await endReusedSession(deps, ctx, hashes.hash);
  throw new AppError('invalid_refresh_token', 'The refresh token is not valid. Sign in again.');
}

function endReusedSession(
  { audit }: Pick<AuthDeps, 'audit'>,
  ctx: SignInContext,
  hash: string,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const [revoked] = await ctx.db.query(revokeReused, { hash });
    if (!revoked) return;
    const { userId, sessionId } = revoked;
    const act = { action: 'session.reuse', userId, isByPerson: false };
    await audit.recordOfStaff(ctx, { ...act, details: { sessionId } });
    await emit(ctx, 'session.reuse_detected', revoked);
  });
}
