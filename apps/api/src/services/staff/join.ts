import type { UserStatus } from '../../domains/auth.enums.ts';
import { permissionsOf } from '../../kernel/builtInRoles.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { permissionEndsOf } from '../../kernel/permissionEnds.ts';
import { createUser } from './createUser.ts';
import { getStaffMember, type StaffMember } from './findStaff.ts';
import { addGrant, lockAddress, selectRights } from './statements.ts';

interface Joining {
  /** Someone who has an account; undefined for a new one. */
  readonly userId: string | undefined;
  /** What a new account has; its address is proved. */
  readonly account: Parameters<typeof createUser>[1];
  readonly roleIds: readonly string[];
  readonly expiresAt: Date | null;
}

/**
 * Makes someone a member of staff, in the caller's transaction; a role that they have for longer stays so.
 * What may be given, the caller has checked.
 */
export async function joinStaff(
  ctx: Context,
  { userId: known, account, roleIds, expiresAt }: Joining,
): Promise<StaffMember> {
  const userId = known ?? (await createUser(ctx, account));
  for (const roleId of roleIds) {
    await ctx.db.execute(addGrant, { id: newId('roleGrant'), userId, roleId, expiresAt });
  }
  return getStaffMember(ctx, userId);
}

interface VerifiedUser {
  readonly id: string;
  readonly status: UserStatus;
}

/** The user who has proved the address; no one else can prove it until the transaction ends. */
export async function findVerified(ctx: Context, email: string): Promise<VerifiedUser | undefined> {
  await ctx.db.query(lockAddress, { emailKey: email });
  const row = await ctx.db.prisma.user.findFirst({
    where: { emailKey: email, emailVerifiedAt: { not: null }, status: { not: 'erased' } },
    select: { id: true, status: true },
  });
  return row ?? undefined;
}

/** What someone may do now, and until when; undefined for someone who is not active. */
export async function rightsOf({ db }: Context, userId: string) {
  const [row] = await db.query(selectRights, { userId });
  return (
    row && {
      permissions: new Set(row.roles.flatMap(permissionsOf)),
      permissionEnds: permissionEndsOf(row.roles),
    }
  );
}
