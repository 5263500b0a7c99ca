import type { Context } from '../../kernel/context.ts';
import { permissionsOf } from '../../kernel/builtInRoles.ts';
import { notFound } from '../../kernel/errors.ts';
import { shareRole } from './statements.ts';

/** A set of permissions, and how many people are granted it. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly builtIn: boolean;
  readonly permissions: readonly string[];
  readonly grants: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * A role that stays as it is until the transaction ends, so that what is checked of it is what is
 * granted.
 * @throws {AppError} not_found
 */
export async function lockForGrant(ctx: Context, id: string): Promise<Role> {
  const [row] = await ctx.db.query(shareRole, { id });
  if (!row) throw notFound('role');
  return getRole(ctx, id);
}

const include = { _count: { select: { grants: true } } } as const;

/** All roles in the order in which they were made, so that built-in ones come first. */
export async function listRoles({ db }: Context): Promise<Role[]> {
  const rows = await db.prisma.role.findMany({ include, orderBy: { id: 'asc' } });
  return rows.map(roleOf);
}

/** @throws {AppError} not_found */
export async function getRole({ db }: Context, id: string): Promise<Role> {
  const row = await db.prisma.role.findUnique({ where: { id }, include });
  if (!row) throw notFound('role');
  return roleOf(row);
}

interface Row extends Omit<Role, 'grants'> {
  readonly withheld: readonly string[];
  readonly _count: { readonly grants: number };
}

function roleOf({ _count, withheld, ...row }: Row): Role {
  const permissions = permissionsOf({ ...row, withheld }).toSorted();
  return { ...row, permissions, grants: _count.grants };
}
