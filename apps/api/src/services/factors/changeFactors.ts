import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import { issueCodes } from './backupCodes.ts';
import type { FactorsDeps } from './deps.ts';
import { markSession, selectFactors } from './statements.ts';

type Changer = Pick<FactorsDeps, 'audit' | 'identity'>;

interface Change {
  readonly kind: 'totp' | 'passkey';
  /** Of a passkey. */
  readonly name?: string | undefined;
}

/**
 * Finishes adding a factor, in the transaction of it: the session has proved it, devices that are
 * remembered have not, and someone who has no backup codes gets some.
 * @returns the new codes; undefined for someone who has codes.
 */
export async function recordAdded(
  { audit }: Changer,
  ctx: Context,
  { userId, sessionId, isStaff }: Identity,
  { kind, name }: Change,
): Promise<string[] | undefined> {
  const at = new Date().toISOString();
  await ctx.db.execute(markSession, { sessionId, isFactor: true });
  await ctx.db.prisma.rememberedDevice.deleteMany({ where: { userId } });
  const [left] = await ctx.db.query(selectFactors, { userId });
  await emit(ctx, 'factor.added', { userId, at, kind, name });
  if (isStaff) await audit.record(ctx, { ...entryOf('factor.add', userId), after: { kind, name } });
  return left?.codesLeft === 0 ? issueCodes(ctx, userId) : undefined;
}

/**
 * Finishes removing a factor, in the transaction of it. Backup codes without anything that they stand
 * in for are removed too.
 */
export async function recordRemoved(
  { audit }: Changer,
  ctx: Context,
  { userId, isStaff }: Identity,
  { kind, name }: Change,
): Promise<void> {
  const at = new Date().toISOString();
  await ctx.db.prisma.rememberedDevice.deleteMany({ where: { userId } });
  const [left] = await ctx.db.query(selectFactors, { userId });
  if (left && !isAnyLeft(left)) await ctx.db.prisma.backupCode.deleteMany({ where: { userId } });
  await emit(ctx, 'factor.removed', { userId, at, kind, name });
  if (isStaff)
    await audit.record(ctx, { ...entryOf('factor.remove', userId), before: { kind, name } });
}

/**
 * Replaces the backup codes. @returns the new ones, which are stored nowhere.
 * @throws {AppError} factor_missing for someone who has no factor that they could stand in for.
 */
export function regenerateCodes(
  { audit }: Changer,
  ctx: Context,
  { userId, isStaff }: Identity,
): Promise<string[]> {
  return inTransaction(ctx, async (ctx) => {
    const [left] = await ctx.db.query(selectFactors, { userId });
    if (!left || !isAnyLeft(left)) {
      const advice = 'Add an authenticator app or a passkey first.';
      throw new AppError('factor_missing', `There is no second factor. ${advice}`);
    }
    const codes = await issueCodes(ctx, userId);
    const at = new Date().toISOString();
    await emit(ctx, 'factor.backup_codes_made', { userId, at });
    if (isStaff) await audit.record(ctx, entryOf('factor.regenerate_codes', userId));
    return codes;
  });
}

/** Whether there is a factor, also a passkey that is suspected of being a copy. */
export const isAnyLeft = (row: { hasTotp: boolean; passkeys: readonly unknown[] }) =>
  row.hasTotp || row.passkeys.length > 0;

const entryOf = (action: string, subject: string) => ({
  action,
  subject,
  reason: 'By the person',
});
