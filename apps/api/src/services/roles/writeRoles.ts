import { isUniqueViolation } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import { customerRole, differenceFromDefaults, ownerRole } from '../../kernel/builtInRoles.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound, OutdatedError } from '../../kernel/errors.ts';
import { requireHeld, requireHeldUntil } from '../../kernel/heldPermissions.ts';
import { newId } from '../../kernel/ids.ts';
import { customerPermissions, staffPermissions } from '../../kernel/permissions.ts';
import type { AuditService } from '../audit.service.ts';
import { getRole, type Role } from './findRoles.ts';
import { lockRole } from './statements.ts';

interface RolesDeps {
  readonly audit: Pick<AuditService, 'record'>;
}

interface NewRole {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly permissions: readonly string[];
}

/**
 * Makes a role.
 * @throws {AppError} permission_not_held, role_name_taken, role_permission_unfit
 */
export async function createRole(deps: RolesDeps, ctx: Context, input: NewRole): Promise<Role> {
  const permissions = [...new Set(input.permissions)];
  requireFit(input.name, permissions);
  requireHeld(ctx, permissions);
  const id = newId('role');
  try {
    return await inTransaction(ctx, async (ctx) => {
      await ctx.db.prisma.role.create({ data: { ...input, id, permissions } });
      const role = await getRole(ctx, id);
      await record(deps, ctx, 'role.create', { after: role });
      return role;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('role_name_taken', `There is a role ${input.name}. Choose another name.`);
  }
}

interface RoleChange {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** All that the role allows from now on. */
  readonly permissions?: readonly string[] | undefined;
}

interface RoleChangeRequest {
  readonly change: RoleChange;
  /** Whether the role is as the caller knows it; without it, any is. */
  readonly isExpected?: ((role: Role) => boolean) | undefined;
}

/**
 * Changes a role. The caller must hold each permission that is added or taken out.
 * @throws {AppError} not_found, permission_not_held, role_built_in, role_permission_unfit
 * @throws {OutdatedError} precondition_failed, with the role as it is
 */
export function changeRole(
  deps: RolesDeps,
  ctx: Context,
  id: string,
  { change, isExpected }: RoleChangeRequest,
): Promise<Role> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lock(ctx, id);
    if (isExpected?.(before) === false) {
      const message = 'The role has changed. Read it again, then retry.';
      throw new OutdatedError('precondition_failed', message, before);
    }
    const { permissions, ...rest } = change;
    const stored = permissions && storedPermissions(ctx, before, [...new Set(permissions)]);
    await ctx.db.prisma.role.update({ where: { id }, data: { ...defined(rest), ...stored } });
    const after = await getRole(ctx, id);
    await record(deps, ctx, 'role.change', { before, after });
    return after;
  });
}

/**
 * Deletes a role.
 * @throws {AppError} not_found, permission_not_held, role_built_in, role_in_use
 */
export function deleteRole(deps: RolesDeps, ctx: Context, id: string): Promise<Role> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lock(ctx, id);
    if (before.builtIn) {
      throw new AppError(
        'role_built_in',
        'A built-in role cannot be deleted; take out what it allows.',
      );
    }
    if (before.grants > 0) {
      const message = `The role is granted to ${before.grants}. Revoke it there, then retry.`;
      throw new AppError('role_in_use', message);
    }
    requireHeld(ctx, before.permissions);
    await ctx.db.prisma.role.delete({ where: { id } });
    await record(deps, ctx, 'role.delete', { before });
    return before;
  });
}

/** How the new permissions of a role are stored, once it is sure that the caller may set them. */
function storedPermissions(ctx: Context, before: Role, wanted: readonly string[]) {
  const { name, builtIn } = before;
  if (builtIn && name === ownerRole) {
    throw new AppError('role_built_in', 'Owners hold every permission, always.');
  }
  requireFit(name, wanted);
  const added = wanted.filter((permission) => !before.permissions.includes(permission));
  const removed = before.permissions.filter((permission) => !wanted.includes(permission));
  // What customers may do with what is theirs, no one of staff holds.
  if (name !== customerRole) {
    requireHeld(ctx, removed);
    // A role may be granted for an unlimited time, also to the caller.
    requireHeldUntil(ctx, added, null);
  }
  return builtIn ? differenceFromDefaults(name, wanted) : { permissions: [...wanted] };
}

const forStaff: ReadonlySet<string> = new Set(staffPermissions);
const forCustomers: ReadonlySet<string> = new Set(customerPermissions);

/** Staff's roles have permissions of staff, the customers' role has theirs. @throws {AppError} role_permission_unfit */
function requireFit(name: string, permissions: readonly string[]): void {
  const fitting = name === customerRole ? forCustomers : forStaff;
  const unfit = permissions.filter((permission) => !fitting.has(permission));
  if (unfit.length === 0) return;
  const message = `The role ${name} cannot hold ${unfit.join(', ')}.`;
  throw new AppError('role_permission_unfit', message);
}

/** The role under its lock. @throws {AppError} not_found */
async function lock(ctx: Context, id: string): Promise<Role> {
  const [row] = await ctx.db.query(lockRole, { id });
  if (!row) throw notFound('role');
  return getRole(ctx, id);
}

interface Versions {
  readonly before?: Role;
  readonly after?: Role;
}

function record({ audit }: RolesDeps, ctx: Context, action: string, { before, after }: Versions) {
  const subject = (after ?? before)?.id ?? '';
  return audit.record(ctx, { action, subject, before: audited(before), after: audited(after) });
}

const audited = (role: Role | undefined) =>
  role && { name: role.name, title: role.title, permissions: role.permissions };

/** Without the members that are undefined. */
function defined(members: { readonly [Name in 'title' | 'description']?: string | undefined }) {
  const { title, description } = members;
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
  };
}
