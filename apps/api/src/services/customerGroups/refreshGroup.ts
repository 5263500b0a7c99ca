import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import { refreshGroupsJob } from '../../jobs/customerGroups.refresh.job.ts';
import type { Context } from '../../kernel/context.ts';
import type { CustomerGroupsDeps } from './deps.ts';
import { getGroup, type CustomerGroup, type GroupRule } from './findGroups.ts';
import { applyRule, lockGroup, noteRefresh, selectRuled } from './statements.ts';

/** Members that a transaction adds and removes at most, each with its event. */
const BATCH = 200;

/**
 * Makes the members of a group those who meet its rule, beside those whom staff have put in. Each who
 * enters or leaves is an event. A group that is gone has none.
 */
export async function refreshGroup(ctx: Context, id: string): Promise<void> {
  while (await refreshSome(ctx, id));
  await ctx.db.execute(noteRefresh, { id });
}

/** @returns whether there may be more. */
function refreshSome(ctx: Context, id: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const [group] = await ctx.db.query(lockGroup, { id });
    if (!group) return false;
    const rule = group.rule === null ? null : (JSON.parse(group.rule) as GroupRule);
    const changed = await ctx.db.query(applyRule, {
      id,
      hasRule: rule !== null,
      minOrders: rule?.minOrders ?? null,
      minSpent: rule?.minSpent?.amount ?? null,
      currency: rule?.minSpent?.currency ?? null,
      tag: rule?.tag ?? null,
      country: rule?.country ?? null,
      limit: BATCH,
    });
    for (const { customerId, hasJoined } of changed) {
      const type = hasJoined ? 'customer.joined_group' : 'customer.left_group';
      await emit(ctx, type, { customerId, groupId: id });
    }
    return changed.length >= BATCH;
  });
}

/** Every group that has a rule, or had one. */
export async function refreshAllGroups(ctx: Context): Promise<void> {
  for (const { id } of await ctx.db.query(selectRuled)) await refreshGroup(ctx, id);
}

/** Has a job refresh a group now. @throws {AppError} not_found */
export function requestRefresh(
  { audit, queue }: CustomerGroupsDeps,
  ctx: Context,
  id: string,
): Promise<CustomerGroup> {
  return inTransaction(ctx, async (ctx) => {
    const group = await getGroup(ctx, id);
    await queue.enqueue(ctx, refreshGroupsJob, { groupId: id });
    await audit.record(ctx, { action: 'customer_group.refresh', subject: id });
    return group;
  });
}
