import type { Context } from '../../../kernel/context.ts';
import { selectAllocation, selectAllocationsOf, type AllocationRow } from './statements.ts';

/** An allocation as it is stored. @throws when there is none. */
export async function findAllocation(ctx: Context, allocationId: string): Promise<AllocationRow> {
  const [allocation] = await ctx.db.query(selectAllocation, { id: allocationId });
  if (!allocation) throw new Error(`There is no allocation ${allocationId}`);
  return allocation;
}

/** All allocations of a refund. */
export function findAllocationsOf(ctx: Context, refundId: string): Promise<AllocationRow[]> {
  return ctx.db.query(selectAllocationsOf, { refundId });
}
