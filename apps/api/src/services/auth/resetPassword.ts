import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { hashToken } from '../../utils/linkToken.ts';
import { forgetAttempts } from './attempts.ts';
import type { AuthDeps } from './deps.ts';
import { deviceTokenOf } from './openSession.ts';
import { proveAddressOf } from './proveAddressOf.ts';
import { invalidToken } from './refusals.ts';
import { lockAddress, revokeSessions } from './statements.ts';
import { selectToken, setPassword, takeToken, voidTokens } from './tokenStatements.ts';

const purpose = 'reset_password';

/**
 * Sets a password by the token of a mail, which proves the address as well. All sessions end,
 * and a change of the address that was begun.
 * @returns the token by which this device is known: its holder has the mailbox, and strangers who guess
 *   passwords do not keep them waiting.
 * @throws {AppError} invalid_token, password_too_weak
 */
export async function resetPassword(
  deps: AuthDeps,
  ctx: Context,
  { token, newPassword }: { token: string; newPassword: string },
): Promise<{ deviceToken: string }> {
  const hash = hashToken(token);
  const [known] = await ctx.db.query(selectToken, { hash, purpose });
  if (!known?.isValid) throw invalidToken();
  const chosen = { password: newPassword, email: known.email, path: 'newPassword' };
  await deps.passwords.requireStrong(chosen);
  const passwordHash = await deps.passwords.hash(newPassword);
  return inTransaction(ctx, async (ctx) => {
    // The address may be proved at the same time, by another link.
    await ctx.db.query(lockAddress, { emailKey: known.email });
    const [now] = await ctx.db.query(selectToken, { hash, purpose });
    const [taken] = await ctx.db.query(takeToken, { hash, purpose });
    if (!now || !taken) throw invalidToken();
    const { userId } = taken;
    const change = { ...taken, hash: passwordHash, before: null };
    if ((await ctx.db.execute(setPassword, change)) === 0) throw invalidToken();
    const ended = { userId, sessionId: null, exceptId: null, reason: 'password_reset' };
    await ctx.db.execute(revokeSessions, ended);
    for (const voided of [purpose, 'change_email']) {
      await ctx.db.execute(voidTokens, { userId, purpose: voided });
    }
    await forgetAttempts(deps, ctx, taken.email);
    if (!now.isProved) {
      await proveAddressOf(deps, ctx, { ...taken, keepsPassword: true, isHolder: false });
    }
    await deps.audit.recordOfStaff(ctx, { action: 'password.reset', userId, isByPerson: true });
    await emit(ctx, 'user.password_changed', { userId, at: new Date().toISOString() });
    return { deviceToken: await deviceTokenOf(deps, ctx, userId) };
  });
}
