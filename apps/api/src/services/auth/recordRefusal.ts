import type { Context } from '../../kernel/context.ts';
import type { AuthDeps } from './deps.ts';

/**
 * Records that a sign-in with someone's address failed, where that is one of staff. The answer does not
 * wait for it: the time that the entry takes would tell whose address it is.
 */
export function recordRefusal(
  { audit, logger }: Pick<AuthDeps, 'audit' | 'logger'>,
  ctx: Context,
  userId: string,
): void {
  const act = { action: 'session.refuse', userId, isByPerson: false };
  audit
    .recordOfStaff(ctx, { ...act, details: { method: 'password' } })
    .catch((error: unknown) => logger.error('A failed sign-in was not recorded', { error }));
}
