import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { refuseGone } from '../../kernel/goneCustomer.ts';
import type { CustomerGroupsDeps } from './deps.ts';
import { getGroup, type CustomerGroup } from './findGroups.ts';
import { lockCustomer, lockGroup, moveMemberships } from './statements.ts';

/**
 * Puts a customer into a group by hand; a member by the rule stays from then on, whatever it says.
 * @throws {AppError} not_found; state_conflict for one who is merged or erased.
 */
export function addMember(
  { audit }: CustomerGroupsDeps,
  ctx: Context,
  groupId: string,
  customerId: string,
): Promise<CustomerGroup> {
  return inTransaction(ctx, async (ctx) => {
    await lock(ctx, groupId);
    const [customer] = await ctx.db.query(lockCustomer, { id: customerId });
    if (!customer) throw notFound('customer');
    refuseGone(customer);
    const where = { groupId_customerId: { groupId, customerId } };
    const member = await ctx.db.prisma.customerGroupMember.findUnique({ where });
    await ctx.db.prisma.customerGroupMember.upsert({
      where,
      create: { groupId, customerId, source: 'manual' },
      update: { source: 'manual' },
    });
    if (!member) await emit(ctx, 'customer.joined_group', { customerId, groupId });
    await audit.record(ctx, {
      action: 'customer_group.add_member',
      subject: groupId,
      details: { customerId },
      before: { source: member?.source ?? null },
      after: { source: 'manual' },
    });
    return getGroup(ctx, groupId);
  });
}

/**
 * Takes out a member whom staff have put in.
 * @throws {AppError} not_found; state_conflict for a member by the rule, and for one who is merged or erased.
 */
export function removeMember(
  { audit }: CustomerGroupsDeps,
  ctx: Context,
  groupId: string,
  customerId: string,
): Promise<CustomerGroup> {
  return inTransaction(ctx, async (ctx) => {
    await lock(ctx, groupId);
    const where = { groupId_customerId: { groupId, customerId } };
    const member = await ctx.db.prisma.customerGroupMember.findUnique({ where });
    if (!member) {
      const [customer] = await ctx.db.query(lockCustomer, { id: customerId });
      if (customer) refuseGone(customer);
      throw notFound('member');
    }
    if (member.source === 'rule') {
      const message = 'The rule of the group makes the customer a member. Change the rule.';
      throw new AppError('state_conflict', message);
    }
    await ctx.db.prisma.customerGroupMember.delete({ where });
    await emit(ctx, 'customer.left_group', { customerId, groupId });
    await audit.record(ctx, {
      action: 'customer_group.remove_member',
      subject: groupId,
      details: { customerId },
      before: { source: member.source },
      after: { source: null },
    });
    return getGroup(ctx, groupId);
  });
}

/** Of a customer who is merged into another, in the transaction of the merge. */
export async function moveMembers(
  ctx: Context,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  for (const { groupId, hasJoined } of await ctx.db.query(moveMemberships, { from, to })) {
    const type = hasJoined ? 'customer.joined_group' : 'customer.left_group';
    await emit(ctx, type, { customerId: hasJoined ? to : from, groupId });
  }
}

async function lock(ctx: Context, id: string): Promise<void> {
  const [group] = await ctx.db.query(lockGroup, { id });
  if (!group) throw notFound('customer group');
}
