import { idPage } from '../../db/idPage.ts';
import { permissionsOf } from '../../kernel/builtInRoles.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { UserStatus } from '../../domains/auth.enums.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import type { StaffDeps } from './deps.ts';

/** Someone who has been granted a role. */
export interface StaffMember {
  readonly id: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly status: UserStatus;
  /** In the order in which they were granted; expired ones included. */
  readonly roles: readonly GrantedRole[];
  /** What the roles allow now. */
  readonly permissions: readonly string[];
  readonly lastSeenAt: Date | null;
  readonly createdAt: Date;
}

interface GrantedRole {
  readonly roleId: string;
  readonly name: string;
  readonly title: string;
  readonly expiresAt: Date | null;
  readonly grantedAt: Date;
}

interface StaffQuery extends IdListQuery {
  readonly q?: string | undefined;
  readonly roleId?: string | undefined;
  readonly status?: UserStatus | undefined;
}

const select = {
  id: true,
  email: true,
  firstName: true,
  lastName: true,
  status: true,
  createdAt: true,
  roleGrants: { include: { role: true }, orderBy: { id: 'asc' } },
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
} as const;

/** Newest first. @throws {AppError} invalid_cursor */
export function listStaff({ cursorSecret }: StaffDeps, { db }: Context, query: StaffQuery) {
  const { q, roleId, status } = query;
  return readIdPage({ secret: cursorSecret, name: 'staff' }, query, async (range) => {
    const { id, ...page } = idPage(range);
    const rows = await db.prisma.user.findMany({
      where: {
        id,
        roleGrants: { some: roleId === undefined ? {} : { roleId } },
        ...(status && { status }),
        ...(q !== undefined && { emailKey: { contains: q.toLowerCase() } }),
      },
      select,
      relationLoadStrategy: 'join',
      ...page,
    });
    return rows.map(memberOf);
  });
}

/** @throws {AppError} not_found, also for someone who has never been granted a role. */
export async function getStaffMember({ db }: Context, userId: string): Promise<StaffMember> {
  const row = await db.prisma.user.findFirst({
    where: { id: userId, roleGrants: { some: {} } },
    select,
    relationLoadStrategy: 'join',
  });
  if (!row) throw notFound('member of staff');
  return memberOf(row);
}

interface Row extends Pick<
  StaffMember,
  'id' | 'email' | 'firstName' | 'lastName' | 'status' | 'createdAt'
> {
  readonly roleGrants: readonly {
    readonly expiresAt: Date | null;
    readonly createdAt: Date;
    readonly role: {
      readonly id: string;
      readonly name: string;
      readonly title: string;
      readonly builtIn: boolean;
      readonly permissions: readonly string[];
      readonly withheld: readonly string[];
    };
  }[];
  readonly sessions: readonly { readonly lastSeenAt: Date }[];
}

function memberOf({ roleGrants, sessions, ...user }: Row): StaffMember {
  const live = roleGrants.filter(({ expiresAt }) => !expiresAt || expiresAt.getTime() > Date.now());
  return {
    ...user,
    roles: roleGrants.map(({ role, expiresAt, createdAt }) => ({
      roleId: role.id,
      name: role.name,
      title: role.title,
      expiresAt,
      grantedAt: createdAt,
    })),
    permissions: [...new Set(live.flatMap(({ role }) => permissionsOf(role)))].toSorted(),
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
  };
}
