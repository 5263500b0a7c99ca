import { statement } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refundPaymentJob } from '../../jobs/payments.refund.job.ts';
import type { Context } from '../../utils/context.ts';
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

const insertRefund = statement<object>(
  'refunds.insert',
  `INSERT INTO refunds (id, payment_id, amount, reason) VALUES ($1, $2, $3, $4)`,
);

const selectRefund = statement<RefundRow>(
  'refunds.find',
  `SELECT r.id, r.status, r.amount, p.currency, r.provider_id AS "providerId",
     p.id AS "paymentId", p.order_id AS "orderId", p.provider, p.provider_id AS "providerPaymentId"
   FROM refunds r JOIN payments p ON p.id = r.payment_id
   WHERE r.id = $1`,
);

const updateRefund = statement<object>(
  'refunds.update',
  `UPDATE refunds SET status = $2::refund_status, provider_id = coalesce(provider_id, $3),
     last_error = $4, updated_at = now()
   WHERE id = $1 AND status = 'pending'`,
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
    const updated = await ctx.db.execute(updateRefund, [id, seen.status, providerId, seen.failure]);
    if (updated === 0) return;
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
    const id = newId('refund');
    await ctx.db.execute(insertRefund, [id, refund.paymentId, refund.amount, refund.reason]);
    await queue.enqueue(ctx, refundPaymentJob, { refundId: id });
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
