import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { requireHeld } from '../../kernel/heldPermissions.ts';
import type { StaffDeps } from './deps.ts';
import { getStaffMember, type StaffMember } from './findStaff.ts';

/**
 * Removes the second factors of a member of staff who has lost them, and ends all sessions.
 * @throws {AppError} not_found, permission_not_held, factor_missing
 */
export function resetMemberFactors(
  { audit, factors }: StaffDeps,
  ctx: Context,
  userId: string,
  reason: string,
): Promise<StaffMember> {
  return inTransaction(ctx, async (ctx) => {
    const member = await getStaffMember(ctx, userId);
    requireHeld(ctx, member.permissions);
    const before = await factors.reset(ctx, userId);
    await audit.record(ctx, { action: 'staff.resetFactors', subject: userId, reason, before });
    return member;
  });
}
