import { inTransaction } from '../db/transaction.ts';
import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import type { InventoryService } from './inventory.service.ts';
import type { PaymentsService } from './payments.service.ts';
import {
  readRefundableBalance,
  selectUnclaimed,
  type RefundableBalance,
} from './refunds/refundableBalance.ts';
import { remainingItems, fit, type RefundPlan } from './refunds/plan.ts';
import { isLeft, renewalOf } from './refunds/renewal.ts';
import { refuseUnlessPaid } from './refunds/refusals.ts';
import { planOf, type RefundRequest } from './refunds/request.ts';
import { selectRefund, selectRefundsOf, type Refund } from './refunds/statements.ts';

export type { RefundRequest } from './refunds/request.ts';
export type { Refund } from './refunds/statements.ts';

export interface RefundsDeps {
  payments: PaymentsService;
  inventory: InventoryService;
}

export type RefundsService = ReturnType<typeof createRefundsService>;

type Allocation = Awaited<ReturnType<PaymentsService['allocationsOf']>>[number];

/** Why a refund ends that is not made. */
const MOVED = 'what is left of it goes back by another refund';
const GONE = 'its money has gone back in another way';

/** Paying back: what of an order, how much, by which payments. Stands above payments and stock. */
export function createRefundsService({ payments, inventory }: RefundsDeps) {
  const balanceOf = (ctx: Context, orderId: string) =>
    readRefundableBalance(ctx, orderId, payments.refundOrder);

  async function get(ctx: Context, refundId: string): Promise<Refund> {
    const [refund] = await ctx.db.query(selectRefund, { refundId });
    if (!refund) throw notFound('refund');
    return refund;
  }

  /** Restocks the goods of a plan. The last step, since it locks shelves that others wait for. */
  async function restock(
    ctx: Context,
    orderId: string,
    balance: RefundableBalance,
    plan: RefundPlan,
  ) {
    const variants = new Map(balance.lines.map(({ itemId, variantId }) => [itemId, variantId]));
    const lines = plan.lines.map(({ itemId, quantity }) => ({
      variantId: variants.get(itemId) ?? '',
      quantity,
    }));
    await inventory.restockLines(ctx, orderId, lines);
  }

  /**
   * Has what is left of a refund's money go back by another refund, in the caller's transaction.
   * Allocations of it that waited are closed.
   * @returns the other one's id; undefined when nothing is left.
   */
  async function renew(ctx: Context, refundId: string, allocations: readonly Allocation[]) {
    const parts = allocations.flatMap(({ paymentId, amount, paymentLeft }) => {
      const left = Math.min(amount, paymentLeft);
      return left > 0 ? [{ paymentId, amount: left }] : [];
    });
    const why = parts.length > 0 ? MOVED : GONE;
    for (const allocation of allocations) await payments.closeAllocation(ctx, allocation, why);
    if (parts.length === 0) return undefined;
    const was = await get(ctx, refundId);
    const { orderId, currency, reason, note, restocked } = was;
    // What has gone back in part counts its lines already.
    const claimed = was.status === 'failed' ? was : { lines: [], shipping: 0 };
    const plan = renewalOf(await balanceOf(ctx, orderId), claimed, parts);
    return payments.beginRefund(ctx, { ...plan, orderId, currency, reason, note, restocked });
  }

  /** The same for a refund that has failed, where its order has ended and not all of it is left. */
  async function renewFailed(ctx: Context, refund: Refund, isEnded: boolean) {
    const { id, orderId, status } = refund;
    const allocations = await payments.allocationsOf(ctx, id);
    const failed = allocations.filter((allocation) => allocation.status === 'failed');
    if (!isEnded || failed.every(({ paymentLeft }) => paymentLeft <= 0)) return undefined;
    const isShort = failed.some(({ amount, paymentLeft }) => paymentLeft < amount);
    const isCounted = status !== 'failed' || isLeft(await balanceOf(ctx, orderId), refund);
    return isShort || !isCounted ? renew(ctx, id, failed) : undefined;
  }

  return {
    get,

    /**
     * Executes a recorded allocation, retrieves its status, or retries what was blocked, as much of
     * it as is left. For its job.
     */
    async resumeAllocation(ctx: Context, allocationId: string): Promise<void> {
      if (!(await payments.settleRefund(ctx, allocationId))) return;
      await inTransaction(ctx, async (ctx) => {
        const { orderId } = await payments.allocation(ctx, allocationId);
        await payments.lock(ctx, orderId);
        const now = await payments.allocation(ctx, allocationId);
        const { status, isDisputed, amount, paymentLeft, refundId } = now;
        if (status !== 'waiting' || isDisputed || amount <= paymentLeft) return;
        await renew(ctx, refundId, [now]);
      });
    },

    /**
     * Writes a refund down; jobs pay it back. Of refunds that race, each sees what the others left.
     * Lines and shipping come to what they are worth, or to what is left where that is less.
     * @throws {AppError} not_found; state_conflict for an order that is unpaid; refund_not_possible;
     *   refund_exceeds_payment, with what is left.
     */
    async request(ctx: Context, orderId: string, request: RefundRequest): Promise<Refund> {
      return inTransaction(ctx, async (ctx) => {
        if ((await payments.lock(ctx, orderId)).length === 0) throw notFound('order');
        const balance = await balanceOf(ctx, orderId);
        refuseUnlessPaid(balance);
        const plan = planOf(balance, request, payments.chargeable);
        const { reason, note = '', restock: restocked = false } = request;
        const { currency } = balance;
        const terms = { ...plan, orderId, currency, reason, note, restocked };
        const id = await payments.beginRefund(ctx, terms);
        if (restocked) await restock(ctx, orderId, balance, plan);
        return get(ctx, id);
      });
    },

    /**
     * Writes down that all that is left of an order's money goes back, in the caller's transaction,
     * which has locked the order. Its goods are the caller's to put back.
     * @returns whether there was anything left.
     */
    async refundRest(
      ctx: Context,
      orderId: string,
      { reason, note = '' }: { reason: string; note?: string },
    ): Promise<boolean> {
      const balance = await balanceOf(ctx, orderId);
      const parts = balance.payments.flatMap(({ paymentId, left }) =>
        left > 0 ? [{ paymentId, amount: left }] : [],
      );
      if (parts.length === 0) return false;
      const plan = fit(remainingItems(balance), parts);
      const { currency } = balance;
      const terms = { ...plan, orderId, currency, reason, note, restocked: true };
      await payments.beginRefund(ctx, terms);
      return true;
    },

    /**
     * Refunds what a dispute that was won leaves of the money of an order that has ended: no more
     * than that, and nothing that a refund brings back already, or that staff are called for. In the
     * caller's transaction, which has locked the order.
     * @param won the amount of the dispute, of that payment; minor units.
     */
    async refundWon(
      ctx: Context,
      { id: paymentId, orderId }: { id: string; orderId: string },
      won: number,
    ): Promise<void> {
      const [found] = await ctx.db.query(selectUnclaimed, { paymentId });
      const amount = Math.min(won, found?.unclaimed ?? 0);
      if (amount <= 0) return;
      const balance = await balanceOf(ctx, orderId);
      const plan = fit(remainingItems(balance), [{ paymentId, amount }]);
      const { currency } = balance;
      const note = 'the dispute was won after the order had ended';
      const terms = { orderId, currency, reason: 'canceled', note, restocked: true };
      await payments.beginRefund(ctx, { ...plan, ...terms });
    },

    /**
     * Retries a failed refund, or records that staff have paid it back. Of an
     * order that has ended, as much goes back as is left: by another refund when that is less.
     * @returns the refund that is under way.
     * @throws {AppError} not_found; state_conflict; refund_exceeds_payment
     */
    async retry(ctx: Context, refundId: string): Promise<Refund> {
      return inTransaction(ctx, async (ctx) => {
        const { orderId } = await get(ctx, refundId);
        const [payment] = await payments.lock(ctx, orderId);
        const isEnded = payment?.orderStatus === 'canceled' || payment?.orderStatus === 'expired';
        const other = await renewFailed(ctx, await get(ctx, refundId), isEnded);
        if (other === undefined) await payments.retryRefund(ctx, refundId);
        return get(ctx, other ?? refundId);
      });
    },

    /** An order's refunds, oldest first. */
    list(ctx: Context, orderId: string): Promise<Refund[]> {
      return ctx.db.query(selectRefundsOf, { orderId });
    },
  };
}
