import type { PaymentStatus } from '../../domains/payments.enums.ts';
import { openPaymentJob } from '../../jobs/payments.open.job.ts';
import type { Claim } from '../../kernel/idempotencyClaim.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ClientSession, PaymentToOpen, RemotePayment } from '../../ports/paymentProvider.ts';
import { ProviderMissing, ProviderUnavailable } from '../../ports/paymentProviderErrors.ts';
import type { Order, OrdersService } from '../orders.service.ts';
import type { QueueService } from '../queue.service.ts';
import type { ManualReview } from './manualReview.ts';
import { createRemoteOpening, type Opened } from './createRemotePayment.ts';
import { toAppErrors, tryAgainSoon } from './providers/errors.ts';
import { patienceOf, type ProviderName } from './providers/provider.ts';
import type { ProviderRegistry } from './providers/registry.ts';
import { alreadyPaid, paymentInPlay } from './findPayablePayment.ts';
import { selectPayment, type PaymentRow } from './ledger/statements.ts';
import { toOpen, viewOf, type PaymentView } from './presentPayment.ts';

export interface PaymentStartDeps {
  orders: OrdersService;
  queue: QueueService;
  manualReview: ManualReview;
  providers: ProviderRegistry;
  applyUpdate: (ctx: Context, seen: RemotePayment) => Promise<PaymentStatus>;
}

/** What a payer is given to pay with: at the checkout, and again later. */
export function createPaymentStart(deps: PaymentStartDeps) {
  const { orders, queue, manualReview, providers, applyUpdate } = deps;
  const open = createRemoteOpening({ orders });

  function sessionOf(provider: ProviderName, secret: string | null): ClientSession | undefined {
    return secret === null ? undefined : providers.remoteOf(provider)?.clientSession(secret);
  }

  /** Starts a payment for a waiting shopper; when the provider is unavailable, a job continues. */
  async function openNow(
    ctx: Context,
    provider: ProviderName,
    payment: PaymentToOpen,
  ): Promise<Opened> {
    const remote = providers.remoteOf(provider);
    if (!remote) return { clientSecret: null };
    try {
      return await open(ctx, remote, payment);
    } catch (error) {
      if (!(error instanceof ProviderUnavailable)) throw error;
      const jobKey = `${openPaymentJob.name}:${payment.id}`;
      await queue.enqueue(ctx, openPaymentJob, { paymentId: payment.id }, { jobKey });
      return { clientSecret: null };
    }
  }

  /** A payment that its provider has begun, as it is there now; "dead" when it can no longer be paid. */
  async function refreshed(
    ctx: Context,
    payment: PaymentRow,
    providerId: string,
  ): Promise<PaymentView | 'dead'> {
    try {
      const seen = await providers
        .remoteOf(payment.provider)
        ?.retrieve(providerId, patienceOf(ctx));
      const status = seen ? await applyUpdate(ctx, seen) : payment.status;
      if (status === 'succeeded' || status === 'authorized')
        throw alreadyPaid(payment.orderPaymentStatus);
      if (status === 'canceled') return 'dead';
      const secret = seen?.clientSecret ?? payment.clientSecret;
      const lastError = seen?.failure ?? payment.lastError;
      return viewOf({ ...payment, lastError }, status, sessionOf(payment.provider, secret));
    } catch (error) {
      // While it is unavailable, the state of the stored secret is unknown.
      if (error instanceof ProviderMissing) await manualReview.missing(ctx, payment);
      throw error;
    }
  }

  return {
    /**
     * The second step of a checkout, outside of any transaction: begins at its provider what is not
     * paid with credit. When that is unavailable, the payment stays pending and a job retries.
     */
    async begin(ctx: Context, order: Order): Promise<PaymentView> {
      const payment =
        order.payments.findLast(({ provider }) => provider !== 'credit') ?? order.payments.at(-1);
      if (!payment) throw new Error(`The order ${order.id} has no payment`);
      const { provider, providerId, status, clientSecret } = payment;
      if (providerId !== null || status !== 'pending') {
        return viewOf(payment, status, sessionOf(provider, clientSecret));
      }
      const { clientSecret: secret, refusal } = await openNow(
        ctx,
        provider,
        toOpen(payment, order),
      );
      if (refusal === undefined) return viewOf(payment, status, sessionOf(provider, secret));
      return viewOf({ ...payment, lastError: refusal }, 'failed');
    },

    /** Starts a payment whose provider was unavailable. For the job: throws while it still is. */
    async openLater(ctx: Context, paymentId: string): Promise<void> {
      const [payment] = await ctx.db.query(selectPayment, { id: paymentId });
      if (!payment) throw new Error(`There is no payment ${paymentId}`);
      const remote = providers.remoteOf(payment.provider);
      if (!remote || payment.status !== 'pending' || payment.providerId !== null) return;
      await open(ctx, remote, toOpen(payment, orderOf(payment)));
    },

    /**
     * A secret to pay an unpaid order with: that of the payment in play, or of a new one where the
     * last is dead.
     * @param claim claims the request's Idempotency-Key in the transaction that picks the payment.
     * @throws {AppError} not_found; state_conflict; payment_failed when the provider refuses;
     *   service_unavailable when it is unavailable.
     */
    async payAgain(
      ctx: Context,
      orderId: string,
      token: string | undefined,
      claim: Claim,
    ): Promise<PaymentView> {
      await orders.getForShopper(ctx, orderId, token);
      let payment = await paymentInPlay(ctx, orderId, claim);
      if (payment.providerId !== null) {
        const { providerId } = payment;
        const begun = payment;
        const view = await toAppErrors(() => refreshed(ctx, begun, providerId));
        if (view !== 'dead') return view;
        payment = await paymentInPlay(ctx, orderId, async () => {});
      }
      const opened = await openNow(ctx, payment.provider, toOpen(payment, orderOf(payment)));
      if (opened.refusal !== undefined) throw new AppError('payment_failed', opened.refusal);
      if (opened.clientSecret === null) throw tryAgainSoon();
      const { provider } = payment;
      return viewOf(payment, 'pending', sessionOf(provider, opened.clientSecret));
    },
  };
}

function orderOf({ orderId, orderNumber, customerId }: PaymentRow) {
  return { id: orderId, number: orderNumber, customerId };
}
