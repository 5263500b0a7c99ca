import { customerRole } from '../../kernel/builtInRoles.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { requireHeld, requireHeldUntil } from '../../kernel/heldPermissions.ts';
import { requireFuture } from '../../kernel/requireFuture.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffDeps } from './deps.ts';
import { getStaffMember, type StaffMember } from './findStaff.ts';
import { keepingAnOwner } from './keepingAnOwner.ts';
import { deleteGrant, lockUser, selectGrant, upsertGrant } from './statements.ts';

interface Grant {
  readonly roleId: string;
  /** Null or absent: for an unlimited time. */
  readonly expiresAt?: string | null | undefined;
}

/**
 * Grants a role to a person with a verified address, or sets when the grant ends.
 * @throws {AppError} not_found, permission_not_held, own_role, role_built_in (customer), state_conflict,
 *   last_owner
 */
export async function grantRole(
  { audit, roles }: StaffDeps,
  ctx: Context,
  userId: string,
  { roleId, expiresAt = null }: Grant,
): Promise<StaffMember> {
  requireFuture(expiresAt);
  return keepingAnOwner(ctx, async (ctx) => {
    if (isSelf(ctx, userId)) {
      throw new AppError(
        'own_role',
        'No one changes their own roles. Ask another member of staff.',
      );
    }
    const role = await roles.lockForGrant(ctx, roleId);
    if (role.builtIn && role.name === customerRole) {
      throw new AppError('role_built_in', 'Each customer has this role; it is granted to no one.');
    }
    requireHeldUntil(ctx, role.permissions, expiresAt);
    const [user] = await ctx.db.query(lockUser, { userId });
    if (!user) throw notFound('person');
    if (user.status !== 'active' || !user.isVerified) {
      const message = 'Roles are granted to active people whose e-mail address is verified.';
      throw new AppError('state_conflict', message);
    }
    const [was] = await ctx.db.query(selectGrant, { userId, roleId });
    await ctx.db.execute(upsertGrant, { id: newId('roleGrant'), userId, roleId, expiresAt });
    await audit.record(ctx, {
      action: 'role.grant',
      subject: userId,
      details: { role: role.name },
      before: was && { role: role.name, expiresAt: was.expiresAt },
      after: { role: role.name, expiresAt: expiresAt && new Date(expiresAt) },
    });
    return getStaffMember(ctx, userId);
  });
}

/**
 * Revokes a role; one may always give up one's own.
 * @returns the person as a member of staff, with the other roles.
 * @throws {AppError} not_found, permission_not_held, last_owner
 */
export function revokeRole(
  { audit, roles }: StaffDeps,
  ctx: Context,
  userId: string,
  roleId: string,
): Promise<StaffMember> {
  return keepingAnOwner(ctx, async (ctx) => {
    const role = await roles.lockForGrant(ctx, roleId);
    const member = await getStaffMember(ctx, userId);
    if (!isSelf(ctx, userId)) requireHeld(ctx, role.permissions);
    const [grant] = await ctx.db.query(deleteGrant, { userId, roleId });
    if (!grant) throw notFound('grant');
    await audit.record(ctx, {
      action: 'role.revoke',
      subject: userId,
      details: { role: role.name },
      before: { role: role.name, expiresAt: grant.expiresAt },
    });
    // Without any role left, the person is no longer found.
    const others = member.roles.filter((one) => one.roleId !== roleId);
    return others.length === 0
      ? { ...member, roles: [], permissions: [] }
      : getStaffMember(ctx, userId);
  });
}

const isSelf = ({ actor }: Context, userId: string) =>
  actor.kind === 'staff' && actor.id === userId;
