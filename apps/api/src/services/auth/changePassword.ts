import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import { requirePassword } from './requirePassword.ts';
import type { AuthDeps } from './deps.ts';
import { deviceTokenOf } from './openSession.ts';
import { wrongPassword } from './refusals.ts';
import { revokeSessions } from './statements.ts';
import { markAuthenticated, setPassword, voidTokens } from './tokenStatements.ts';

interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Changes the password of someone who knows it. All other sessions end, and so do links to reset it.
 * @returns the token by which this device stays known.
 * @throws {AppError} wrong_password, password_too_weak
 */
export async function changePassword(
  deps: AuthDeps,
  ctx: Context,
  { identity, ...change }: PasswordChange & { identity: Pick<Identity, 'userId' | 'sessionId'> },
): Promise<{ deviceToken: string }> {
  const { userId, sessionId } = identity;
  const { email, passwordHash } = await requirePassword(deps, ctx, {
    userId,
    password: change.currentPassword,
  });
  const password = change.newPassword;
  await deps.passwords.requireStrong({ password, email, path: 'newPassword' });
  const hash = await deps.passwords.hash(password);
  return inTransaction(ctx, async (ctx) => {
    const { db } = ctx;
    const set = { userId, hash, email: null, before: passwordHash };
    if ((await db.execute(setPassword, set)) === 0) throw wrongPassword();
    const ended = { userId, sessionId: null, exceptId: sessionId, reason: 'password_changed' };
    await db.execute(revokeSessions, ended);
    await db.execute(voidTokens, { userId, purpose: 'reset_password' });
    await db.execute(markAuthenticated, { sessionId });
    await deps.audit.recordOfStaff(ctx, { action: 'password.change', userId, isByPerson: true });
    await emit(ctx, 'user.password_changed', { userId, at: new Date().toISOString() });
    return { deviceToken: await deviceTokenOf(deps, ctx, userId) };
  });
}
