import { inTransaction } from '../db/transaction.ts';
import { emit } from '../events/outbox.ts';
import type { StripeGateway } from '../integrations/stripe.ts';
import type { StripeDispute, DisputeSummary } from '../integrations/stripe/disputes.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { NotOurs } from '../utils/notOurs.ts';
import { readIdPage, type IdListQuery } from '../utils/page.ts';
import { findDisputes } from './disputes/findDisputes.ts';
import { isClosed, mayFollow, stageOf } from './disputes/stages.ts';
import { selectDispute, upsertDispute } from './disputes/statements.ts';
import type { InventoryService } from './inventory.service.ts';
import type { OrdersService } from './orders.service.ts';
import type { PaymentsService, Span } from './payments.service.ts';
import type { RefundsService } from './refunds.service.ts';

export type { Dispute } from './disputes/statements.ts';
export type { DisputeSummary as DisputeNews } from '../integrations/stripe/disputes.ts';

export interface DisputeQuery extends IdListQuery {
  readonly state?: 'open' | 'closed' | undefined;
}

export interface DisputesDependencies {
  stripe: StripeGateway;
  payments: PaymentsService;
  refunds: RefundsService;
  orders: OrdersService;
  inventory: InventoryService;
  /** Signs the cursors of the list. */
  cursorSecret: string;
}

export type DisputesService = ReturnType<typeof createDisputesService>;

type DisputedPayment = Awaited<ReturnType<PaymentsService['lockDisputed']>>;

/** Disputes: a customer's bank takes a payment back until the shop has shown that it was right. */
export function createDisputesService(deps: DisputesDependencies) {
  const { stripe, payments, refunds, orders, inventory, cursorSecret } = deps;

  /**
   * Nothing was sent and the money is gone: there is no order left to fulfil. What gift cards and
   * store credit paid of it goes back to them; no bank has a say in that.
   */
  async function giveUp(ctx: Context, { orderId, orderStatus, ...payment }: DisputedPayment) {
    if (orderStatus !== 'confirmed' || payment.fulfillmentStatus !== 'unfulfilled') return;
    const reason = 'the dispute was lost before anything was sent';
    if (!(await orders.transition(ctx, orderId, { order: 'canceled', reason }))) return;
    await payments.endLocal(ctx, orderId);
    await refunds.refundRest(ctx, orderId, { reason: 'canceled', note: reason });
    await emit(ctx, 'order.canceled', { orderId });
    // Last, since others wait for the shelves.
    await inventory.restock(ctx, orderId);
  }

  /** What the dispute means for the money, and the money for its order. */
  async function follow(
    ctx: Context,
    payment: DisputedPayment,
    was: string | undefined,
    seen: StripeDispute,
  ) {
    const stage = stageOf(seen.status);
    const before = was === undefined ? undefined : stageOf(was);
    const { orderId } = payment;
    if (stage !== 'none' && stage !== before) {
      const { id: disputeId, amount } = seen;
      const isGone = await payments.recordDispute(ctx, payment, { disputeId, amount, stage });
      if (stage === 'lost' && isGone) await giveUp(ctx, payment);
    }
    const told = { orderId, paymentId: payment.id, disputeId: seen.id };
    if (was === undefined) await emit(ctx, 'dispute.opened', told);
    if (stage === 'won' && before !== 'won') await emit(ctx, 'dispute.won', told);
    if (stage === 'lost' && before !== 'lost') await emit(ctx, 'dispute.lost', told);
  }

  /** @returns whether our books say what was seen. */
  async function note(ctx: Context, seen: StripeDispute, intentId: string): Promise<boolean> {
    const payment = await payments.lockDisputed(ctx, intentId);
    const [known] = await ctx.db.query(selectDispute, [seen.id]);
    if (known && !mayFollow(known.status, seen.status)) return known.status === seen.status;
    const { status, reason, amount, evidenceDueAt, createdAt } = seen;
    await ctx.db.execute(upsertDispute, [
      newId('dispute', createdAt.getTime()),
      payment.id,
      seen.id,
      status,
      reason,
      amount.amount,
      amount.currency,
      evidenceDueAt,
      createdAt,
      isClosed(status),
    ]);
    await follow(ctx, payment, known?.status, seen);
    return true;
  }

  return {
    /**
     * Asks Stripe how a dispute stands and takes note of it, whatever was told of it before and in
     * whatever order.
     * @returns whether our books say so now: what is decided here is not undone.
     * @throws {UnknownPayment} of a payment that is not in the books yet; {NotOurs} of one that never will be.
     */
    async sync(ctx: Context, disputeId: string): Promise<boolean> {
      const seen = await stripe.retrieveDispute(disputeId, { maxNetworkRetries: 0 });
      const { paymentIntentId } = seen;
      if (paymentIntentId === null) {
        throw new NotOurs(`${disputeId} is of a charge that was made without a payment`);
      }
      // Its news may be here before the payment's own, whose money it is about.
      await payments.sync(ctx, 'stripe', paymentIntentId);
      return inTransaction(ctx, (ctx) => note(ctx, seen, paymentIntentId));
    },

    /** What Stripe lists of the disputes that began in a span of time, page by page. For a job. @throws {Unavailable} */
    listRemote: (span: Span): AsyncGenerator<DisputeSummary> =>
      stripe.listDisputesWithin(span, { maxNetworkRetries: 0 }),

    /** Newest first. @throws {AppError} invalid_cursor */
    list: (ctx: Context, query: DisputeQuery) =>
      readIdPage({ secret: cursorSecret, name: 'disputes' }, query, (range) =>
        findDisputes(ctx, range, query.state),
      ),
  };
}
