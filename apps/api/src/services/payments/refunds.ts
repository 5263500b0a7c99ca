import { statement } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refundPaymentJob } from '../../jobs/payments.refund.job.ts';
import { actorName, type Context } from '../../utils/context.ts';
import { newId } from '../../utils/ids.ts';
import type { OrdersService } from '../orders.service.ts';
import type { QueueService } from '../queue.service.ts';
import { lockPaymentsOf } from './locks.ts';
import {
  ProviderRefusal,
  type ProviderName,
  type RemoteProvider,
  type RemoteRefund,
} from './provider.ts';
import { insertEntry } from './statements.ts';

/** How long a refund that is under way at the provider is left alone before it is asked after. */
const ASK_AGAIN_AFTER_MS = 15 * 60_000;

interface RefundRow {
  id: string;
  status: 'pending' | 'succeeded' | 'failed';
  amount: number;
  currency: string;
  providerId: string | null;
  paymentId: string;
  orderId: string;
  provider: ProviderName;
  providerPaymentId: string;
}

/** The refund, its one transfer, and the payment's count of what is under way; no row when the payment has not that much left. */
const insertRefund = statement<{ id: string }>(
  'refunds.insert',
  `WITH counted AS (
     UPDATE payments SET refunding = refunding + $3, updated_at = now()
     WHERE id = $2 AND captured - refunded - refunding - disputed >= $3
     RETURNING id, order_id, currency
   ), written AS (
     INSERT INTO refunds (id, order_id, amount, currency, reason, actor, request_id)
     SELECT $1, order_id, $3, currency, $5, $6, $7 FROM counted
   )
   INSERT INTO refund_transfers (id, refund_id, payment_id, amount)
   SELECT $4, $1, id, $3 FROM counted
   RETURNING id`,
);

const selectRefund = statement<RefundRow>(
  'refunds.find',
  `SELECT t.id, t.status, t.amount, p.currency, t.provider_id AS "providerId",
     p.id AS "paymentId", p.order_id AS "orderId", p.provider, p.provider_id AS "providerPaymentId"
   FROM refund_transfers t JOIN payments p ON p.id = t.payment_id
   WHERE t.id = $1`,
);

/** What is decided is no longer under way. */
const updateRefund = statement<{ id: string }>(
  'refunds.update',
  `WITH moved AS (
     UPDATE refund_transfers SET status = $2::refund_status, provider_id = coalesce(provider_id, $3),
       last_error = $4, updated_at = now()
     WHERE id = $1 AND status = 'pending'
     RETURNING id, payment_id, amount, status
   ), counted AS (
     UPDATE payments p SET refunding = p.refunding - m.amount, updated_at = now()
     FROM moved m
     WHERE p.id = m.payment_id AND m.status <> 'pending'
   )
   SELECT id FROM moved`,
);

/** What an order has been paid, less what went back. */
const selectBalance = statement<{ balance: number }>(
  'refunds.orderBalance',
  `SELECT coalesce(sum(CASE e.kind WHEN 'captured' THEN e.amount WHEN 'refunded' THEN -e.amount END), 0)
     AS balance
   FROM payment_entries e JOIN payments p ON p.id = e.payment_id
   WHERE p.order_id = $1`,
);

export interface RefundDependencies {
  orders: OrdersService;
  queue: QueueService;
  remoteOf: (provider: ProviderName) => RemoteProvider | undefined;
}

export type Refunds = ReturnType<typeof createRefunds>;

/** Paying back. A refund is written down before the provider hears of it, so that none is made twice or forgotten. */
export function createRefunds({ orders, queue, remoteOf }: RefundDependencies) {
  /** Asks the provider; its refusal is a refund that has failed. */
  async function ask(
    refund: RefundRow,
  ): Promise<RemoteRefund | { status: 'failed'; failure: string }> {
    const remote = remoteOf(refund.provider);
    if (!remote) throw new Error(`Payments of ${refund.provider} are paid back by hand`);
    const { id, providerId, providerPaymentId, amount, currency } = refund;
    try {
      return providerId
        ? await remote.retrieveRefund(providerId)
        : await remote.refund({ id, providerPaymentId, amount: { amount, currency } });
    } catch (error) {
      if (!(error instanceof ProviderRefusal)) throw error;
      return { status: 'failed', failure: error.message };
    }
  }

  async function record(
    ctx: Context,
    refund: RefundRow,
    seen: Awaited<ReturnType<typeof ask>>,
  ): Promise<void> {
    const { id, orderId, paymentId, amount, currency } = refund;
    const providerId = 'providerId' in seen ? seen.providerId : null;
    // The order first, as everywhere.
    await lockPaymentsOf(ctx, orderId);
    const [moved] = await ctx.db.query(updateRefund, [id, seen.status, providerId, seen.failure]);
    if (!moved) return;
    if (seen.status === 'pending') {
      const runAt = new Date(Date.now() + ASK_AGAIN_AFTER_MS);
      await queue.enqueue(ctx, refundPaymentJob, { refundId: id }, { runAt });
    }
    if (seen.status !== 'succeeded') return;
    const entry = [newId('entry'), paymentId, 'refunded', amount, currency, providerId];
    await ctx.db.execute(insertEntry, entry);
    const [row] = await ctx.db.query(selectBalance, [orderId]);
    if (row?.balance !== 0) return;
    await orders.transition(ctx, orderId, { payment: 'refunded', reason: 'refunded in full' });
  }

  /** Writes down that money is to go back, and has a job see to it. Within the caller's transaction. */
  async function request(
    ctx: Context,
    refund: { paymentId: string; amount: number; reason: string },
  ): Promise<void> {
    const { paymentId, amount, reason } = refund;
    const [transfer] = await ctx.db.query(insertRefund, [
      newId('refund'),
      paymentId,
      amount,
      newId('refundTransfer'),
      reason,
      actorName(ctx.actor),
      ctx.requestId,
    ]);
    if (!transfer) throw new Error(`${paymentId} has not ${amount} left to pay back`);
    await queue.enqueue(ctx, refundPaymentJob, { refundId: transfer.id });
  }

  /** Makes a refund that was written down, or asks what has become of it. */
  async function settle(ctx: Context, refundId: string): Promise<void> {
    const [refund] = await ctx.db.query(selectRefund, [refundId]);
    if (!refund) throw new Error(`There is no refund ${refundId}`);
    if (refund.status !== 'pending') return;
    const seen = await ask(refund);
    await inTransaction(ctx, (ctx) => record(ctx, refund, seen));
  }

  return { request, settle };
}
