import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { requireHeld } from '../../kernel/heldPermissions.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffDeps } from './deps.ts';
import { createUser } from './createUser.ts';
import { getStaffMember, type StaffMember } from './findStaff.ts';
import { findVerified } from './join.ts';
import { endSessions, upsertGrant } from './statements.ts';

interface NewMember {
  readonly email: string;
  readonly password: string;
  /** Its name, such as owner. */
  readonly role: string;
}

/** A member, and whether the person is new, so that the password counts. */
interface Provisioned {
  readonly member: StaffMember;
  readonly isNew: boolean;
}

/**
 * Makes a member of staff whose address the shop's operator vouches for. Someone who has proved the
 * address already is granted the role, and keeps the password.
 * @throws {AppError} not_found for an unknown role, permission_not_held, password_too_weak
 */
export async function createMember(
  deps: StaffDeps,
  ctx: Context,
  { email, password, role: name }: NewMember,
): Promise<Provisioned> {
  const { passwords, roles, audit } = deps;
  await passwords.requireStrong({ password, email });
  const passwordHash = await passwords.hash(password);
  return inTransaction(ctx, async (ctx) => {
    const role = (await roles.list(ctx)).find((one) => one.name === name);
    if (!role) throw notFound('role');
    requireHeld(ctx, role.permissions);
    const known = (await findVerified(ctx, email))?.id;
    const userId = known ?? (await createUser(ctx, { email, passwordHash }));
    const grant = { id: newId('roleGrant'), userId, roleId: role.id, expiresAt: null };
    await ctx.db.execute(upsertGrant, grant);
    const details = { role: name };
    const after = { role: name, expiresAt: null };
    await audit.record(ctx, { action: 'staff.create', subject: userId, details, after });
    return { member: await getStaffMember(ctx, userId), isNew: known === undefined };
  });
}

/**
 * Sets the password of a member of staff, and ends all sessions.
 * @throws {AppError} not_found, password_too_weak
 */
export async function resetMemberPassword(
  { passwords, audit }: StaffDeps,
  ctx: Context,
  email: string,
  password: string,
): Promise<void> {
  await passwords.requireStrong({ password, email });
  const passwordHash = await passwords.hash(password);
  await inTransaction(ctx, async (ctx) => {
    const userId = (await findVerified(ctx, email))?.id;
    if (userId === undefined) throw notFound('member of staff');
    const member = await getStaffMember(ctx, userId);
    requireHeld(ctx, member.permissions);
    await ctx.db.prisma.user.update({
      where: { id: userId },
      data: { passwordHash, passwordChangedAt: new Date() },
    });
    await ctx.db.execute(endSessions, { userId, reason: 'password_changed' });
    await audit.record(ctx, { action: 'staff.resetPassword', subject: userId });
  });
}
