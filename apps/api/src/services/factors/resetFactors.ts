import { emit } from '../../events/outbox.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import { isAnyLeft } from './changeFactors.ts';
import type { FactorsDeps } from './deps.ts';
import { removeAll } from './removeAll.ts';
import { endSessions, selectFactors } from './statements.ts';

/**
 * Removes all factors of someone who has lost them, in the caller's transaction. All sessions end, and a
 * mail says so: it may be someone else who asked for it.
 * @returns what was removed, for the audit log.
 * @throws {AppError} factor_missing for someone who has none.
 */
export async function resetFactors(
  { identity }: Pick<FactorsDeps, 'identity'>,
  ctx: Context,
  userId: string,
): Promise<{ hasTotp: boolean; passkeys: number }> {
  const [found] = await ctx.db.query(selectFactors, { userId });
  if (!found || !isAnyLeft(found)) {
    throw new AppError('factor_missing', 'The person has no second factor.');
  }
  await removeAll(ctx, userId);
  await ctx.db.execute(endSessions, { userId });
  await emit(ctx, 'factor.reset', { userId, at: new Date().toISOString() });
  identity.forget(userId);
  return { hasTotp: found.hasTotp, passkeys: found.passkeys.length };
}
