import { inTransaction } from '../../db/transaction.ts';
import { MAX_ADDRESSES } from '../../domains/profile.limits.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { CustomersDeps } from './changeCustomer.ts';
import { getCustomer, type Customer } from './findCustomers.ts';
import {
  closeSessions,
  lockCustomers,
  moveAddresses,
  moveCarts,
  moveCredit,
  moveOrders,
  movePaymentCustomers,
} from './statements.ts';

interface Merge {
  /** Who loses everything to the survivor, and leads to them from now on. */
  readonly loserId: string;
  readonly reason: string;
}

/**
 * Merges a duplicate into a customer: carts, orders, store credit and addresses are theirs then, and
 * the duplicate's account is closed. Consents are of addresses, and stay with theirs.
 * @throws {AppError} not_found; state_conflict for one that is merged or erased already.
 */
export function mergeCustomers(
  { audit, groups }: CustomersDeps,
  ctx: Context,
  survivorId: string,
  { loserId, reason }: Merge,
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.query(lockCustomers, { ids: [survivorId, loserId] });
    const loser = rows.find(({ id }) => id === loserId);
    if (!loser || !rows.some(({ id }) => id === survivorId)) throw notFound('customer');
    if (
      rows.length < 2 ||
      rows.some(({ mergedIntoId, status }) => mergedIntoId ?? status === 'erased')
    ) {
      throw new AppError(
        'state_conflict',
        'Both have to be customers that are neither merged nor erased.',
      );
    }
    const move = { from: loserId, to: survivorId };
    await ctx.db.execute(moveCarts, move);
    await ctx.db.execute(moveOrders, move);
    await ctx.db.execute(moveCredit, move);
    await ctx.db.execute(moveAddresses, { ...move, max: MAX_ADDRESSES });
    await ctx.db.execute(movePaymentCustomers, move);
    await groups.moveMembers(ctx, move);
    const { userId } = loser;
    await ctx.db.execute(closeSessions, { userIds: [userId], why: 'merged' });
    await ctx.db.prisma.user.update({ where: { id: userId }, data: { status: 'disabled' } });
    await ctx.db.prisma.customer.update({
      where: { id: loserId },
      data: { mergedIntoId: survivorId },
    });
    // Those that were merged into the loser lead to the survivor, too.
    await ctx.db.prisma.customer.updateMany({
      where: { mergedIntoId: loserId },
      data: { mergedIntoId: survivorId },
    });
    // What counts uses by customer (promotions) adds the loser's to the survivor's by this event.
    await emit(ctx, 'customer.merged', { customerId: survivorId, loserId });
    await audit.record(ctx, {
      action: 'customer.merge',
      subject: survivorId,
      reason,
      details: { loserId },
    });
    return getCustomer(ctx, survivorId);
  });
}
