import type { UserStatus } from '../../domains/auth.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { requireHeld } from '../../kernel/heldPermissions.ts';
import type { StaffDeps } from './deps.ts';
import { getStaffMember, type StaffMember } from './findStaff.ts';
import { keepingAnOwner } from './keepingAnOwner.ts';
import { moveUser } from './statements.ts';

/**
 * Disables a member of staff, and ends all sessions.
 * @throws {AppError} not_found, permission_not_held, state_conflict, last_owner
 */
export function disableStaffMember(
  deps: StaffDeps,
  ctx: Context,
  userId: string,
  reason: string,
): Promise<StaffMember> {
  return move(deps, ctx, userId, { from: 'active', to: 'disabled', reason });
}

/**
 * Enables a member of staff again, with the same roles.
 * @throws {AppError} not_found, permission_not_held, state_conflict
 */
export function enableStaffMember(
  deps: StaffDeps,
  ctx: Context,
  userId: string,
  reason: string,
): Promise<StaffMember> {
  return move(deps, ctx, userId, { from: 'disabled', to: 'active', reason });
}

interface Move {
  readonly from: UserStatus;
  readonly to: UserStatus;
  readonly reason: string;
}

function move(
  { audit }: StaffDeps,
  ctx: Context,
  userId: string,
  { from, to, reason }: Move,
): Promise<StaffMember> {
  return keepingAnOwner(ctx, async (ctx) => {
    const member = await getStaffMember(ctx, userId);
    requireHeld(ctx, member.permissions);
    const [moved] = await ctx.db.query(moveUser, { userId, from, to });
    if (!moved) {
      throw new AppError('state_conflict', `The person is ${member.status}, not ${from}.`);
    }
    const action = to === 'disabled' ? 'staff.disable' : 'staff.enable';
    const [before, after] = [{ status: from }, { status: to }];
    await audit.record(ctx, { action, subject: userId, reason, before, after });
    return { ...member, status: to };
  });
}
