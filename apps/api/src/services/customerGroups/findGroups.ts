import { idPage } from '../../db/idPage.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import type { CustomerGroupsDeps } from './deps.ts';

/** Who meets all of it is a member. */
export interface GroupRule {
  readonly minOrders?: number | undefined;
  /** Paid and not paid back, in its currency. */
  readonly minSpent?: Money | undefined;
  readonly tag?: string | undefined;
  /** Of an order. */
  readonly country?: string | undefined;
}

export interface CustomerGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Null: members are put in by hand alone. */
  readonly rule: GroupRule | null;
  readonly members: number;
  readonly refreshedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const include = { _count: { select: { members: true } } } as const;

/** @throws {AppError} not_found */
export async function getGroup({ db }: Context, id: string): Promise<CustomerGroup> {
  const row = await db.prisma.customerGroup.findUnique({ where: { id }, include });
  if (!row) throw notFound('customer group');
  const { _count, rule, ...group } = row;
  return { ...group, rule: rule as GroupRule | null, members: _count.members };
}

/** A page of groups, newest first. @throws {AppError} invalid_cursor */
export function listGroups(
  { cursorSecret }: CustomerGroupsDeps,
  { db }: Context,
  query: IdListQuery,
) {
  return readIdPage({ secret: cursorSecret, name: 'customerGroups' }, query, async (range) => {
    const { id, ...page } = idPage(range);
    const rows = await db.prisma.customerGroup.findMany({ where: { id }, include, ...page });
    return rows.map(({ _count, rule, ...group }): CustomerGroup => {
      return { ...group, rule: rule as GroupRule | null, members: _count.members };
    });
  });
}
