import type { StripeGateway } from '../integrations/stripe.ts';
import { openPaymentJob } from '../jobs/payments.open.job.ts';
import type { Claim } from '../utils/claim.ts';
import type { Context } from '../utils/context.ts';
import { AppError } from '../utils/errors.ts';
import type { Money } from '../utils/money.ts';
import type { CheckoutProvider } from '../utils/paymentProviders.ts';
import type { CreditService, CreditShare } from './credit.service.ts';
import type { InventoryService } from './inventory.service.ts';
import type { NewOrder, Order, OrdersService } from './orders.service.ts';
import { createAttention } from './payments/attention.ts';
import { createByHand } from './payments/byHand.ts';
import { createCapture } from './payments/capture.ts';
import { createCompletion } from './payments/complete.ts';
import { createCreditPayments } from './payments/creditPayments.ts';
import { createDisputing } from './payments/disputing.ts';
import { createEnding } from './payments/ending.ts';
import { lockPaymentsOf } from './payments/locks.ts';
import { creditProvider, manualProvider, noneProvider } from './payments/localProviders.ts';
import { createOpening, type Opened } from './payments/opening.ts';
import { planPayments, type PaymentPlan } from './payments/plan.ts';
import {
  patienceOf,
  ProviderMissing,
  ProviderUnavailable,
  type CaptureMethod,
  type PaymentProvider,
  type PaymentToOpen,
  type ProviderName,
  type RefundNews,
  type RemotePayment,
  type Span,
} from './payments/provider.ts';
import { answering, tryAgainSoon } from './payments/problems.ts';
import { alreadyPaid, paymentInPlay } from './payments/reopening.ts';
import { createSettling } from './payments/settling.ts';
import { selectPayment, type PaymentRow } from './payments/statements.ts';
import type { PaymentStatus } from './payments/states.ts';
import { createStripeProvider } from './payments/stripeProvider.ts';
import { selectTransfersOf } from './payments/transferStatements.ts';
import { createTransfers } from './payments/transfers.ts';
import { toOpen, viewOf, type BrowserAccess, type PaymentView } from './payments/view.ts';
import type { QueueService } from './queue.service.ts';
import type { WorkflowsService } from './workflows.service.ts';

export type { ProviderName, RefundNews, RemotePayment, Span } from './payments/provider.ts';
export type { DisputeStage } from './payments/disputing.ts';
export type { PaymentPlan } from './payments/plan.ts';
export type { PaymentStatus } from './payments/states.ts';
export type { PaymentView } from './payments/view.ts';

export interface PaymentsDependencies {
  stripe: StripeGateway;
  orders: OrdersService;
  inventory: InventoryService;
  queue: QueueService;
  credit: CreditService;
  workflows: WorkflowsService;
  browser: BrowserAccess;
  /** Whether Stripe takes money as it is authorized, or holds it until staff capture it. */
  captureMethod: CaptureMethod;
}

export type PaymentsService = ReturnType<typeof createPaymentsService>;

/** Payments: one port, several providers, and one way in which news of a payment reaches the shop. */
export function createPaymentsService(deps: PaymentsDependencies) {
  const { stripe, orders, inventory, queue, browser, captureMethod } = deps;
  const providers: Readonly<Record<ProviderName, PaymentProvider>> = {
    stripe: createStripeProvider(stripe),
    manual: manualProvider,
    credit: creditProvider,
    none: noneProvider,
  };
  const remoteOf = (provider: ProviderName) => providers[provider].remote;
  const credit = createCreditPayments(deps);
  const transfers = createTransfers({ orders, queue, credit, remoteOf });
  const attention = createAttention(deps);
  const complete = createCompletion({ orders, inventory, queue, credit, transfers, attention });
  const settling = createSettling({ transfers, remoteOf, complete });
  const ending = createEnding({ remoteOf, complete, attention, credit });
  const capture = createCapture({ remoteOf, complete });
  const open = createOpening({ orders });

  /** Begins a payment for somebody who waits: when the provider is away, a job goes on. */
  async function openNow(
    ctx: Context,
    provider: ProviderName,
    payment: PaymentToOpen,
  ): Promise<Opened> {
    const remote = remoteOf(provider);
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
      const seen = await remoteOf(payment.provider)?.retrieve(providerId, patienceOf(ctx));
      const status = seen ? await complete(ctx, seen) : payment.status;
      if (status === 'succeeded' || status === 'authorized') throw alreadyPaid();
      if (status === 'canceled') return 'dead';
      const secret = seen?.clientSecret ?? payment.clientSecret;
      const lastError = seen?.failure ?? payment.lastError;
      return viewOf({ ...payment, lastError }, status, secret, browser);
    } catch (error) {
      if (error instanceof ProviderMissing) await attention.missing(ctx, payment);
      if (!(error instanceof ProviderUnavailable)) throw error;
      return viewOf(payment, payment.status, payment.clientSecret, browser);
    }
  }

  return {
    complete,
    ...createDisputing({ orders }),

    /**
     * Captures the whole of what is held for an order; see capture.ts. For staff.
     * @throws {AppError} not_found; state_conflict; payment_failed; service_unavailable.
     */
    capture: (ctx: Context, orderId: string, claim: Claim): Promise<void> =>
      answering(() => capture(ctx, orderId, claim)),

    /** Lets go of what is held by a payment that buys nothing any more. For the job. */
    async letGo(ctx: Context, paymentId: string): Promise<void> {
      const [payment] = await ctx.db.query(selectPayment, [paymentId]);
      const remote = payment && remoteOf(payment.provider);
      if (!remote || payment.providerId === null || payment.status !== 'authorized') return;
      await complete(ctx, await remote.cancel(payment.providerId));
    },

    /** See byHand.ts. */
    markPaid: createByHand({ orders, credit }),

    seal: ending.seal,
    endLocal: ending.endLocal,
    /** See locks.ts. */
    lock: lockPaymentsOf,

    /** What a provider can move of an amount, never more; minor units. */
    chargeable: (provider: ProviderName, money: Money): number =>
      providers[provider].chargeable(money).amount,

    /** See transfers.ts and settling.ts. */
    beginRefund: transfers.begin,
    retryRefund: transfers.retry,
    giveUpRefund: transfers.giveUp,
    transfersOf: (ctx: Context, refundId: string) => ctx.db.query(selectTransfersOf, [refundId]),
    settleRefund: settling.settle,
    syncRefund: settling.syncRefund,
    syncRefundsOf: settling.syncRefundsOf,

    /**
     * Ends an order's payments at their providers; see ending.ts.
     * @returns the states that are left beside "canceled"; none when no provider will bring money.
     * @throws {AppError} service_unavailable when a provider is away; state_conflict when it does not
     *   know a payment, which then waits for a person.
     */
    async endAtProviders(
      ctx: Context,
      orderId: string,
      options?: { voids?: boolean },
    ): Promise<PaymentStatus[]> {
      return answering(() => ending.endAtProviders(ctx, orderId, options));
    },

    /** How an order of this total is paid; see plan.ts. @throws {AppError} amount_too_small */
    plan: (total: Money, wanted: CheckoutProvider, shares: readonly CreditShare[]): PaymentPlan =>
      planPayments({ providers, captureMethod }, { total, wanted, shares }),

    /** Takes what a new order is to be paid with from its accounts, which are locked; see creditPayments.ts. */
    async holdCredit(
      ctx: Context,
      { id: orderId, currency, paymentStatus, payments }: NewOrder,
    ): Promise<void> {
      const held = payments.flatMap(({ id, creditAccountId: accountId, amount }) =>
        accountId === null ? [] : [{ id, accountId, amount, currency }],
      );
      await credit.hold(ctx, held);
      if (held.length > 0 && paymentStatus === 'paid') await credit.capture(ctx, orderId);
    },

    /**
     * The second step of a checkout, outside of any transaction: begins at its provider what is not
     * paid with credit. When that is away the payment stays pending and a job tries again.
     */
    async begin(ctx: Context, order: Order): Promise<PaymentView> {
      const payment =
        order.payments.findLast(({ provider }) => provider !== 'credit') ?? order.payments.at(-1);
      if (!payment) throw new Error(`The order ${order.id} has no payment`);
      const { provider, providerId, status, clientSecret } = payment;
      if (providerId !== null || status !== 'pending') {
        return viewOf(payment, status, clientSecret, browser);
      }
      const { clientSecret: secret, refusal } = await openNow(
        ctx,
        provider,
        toOpen(payment, order),
      );
      if (refusal === undefined) return viewOf(payment, status, secret, browser);
      return viewOf({ ...payment, lastError: refusal }, 'failed', null, browser);
    },

    /** Begins a payment whose provider was away. For the job: throws for as long as it still is. */
    async openLater(ctx: Context, paymentId: string): Promise<void> {
      const [payment] = await ctx.db.query(selectPayment, [paymentId]);
      if (!payment) throw new Error(`There is no payment ${paymentId}`);
      const remote = remoteOf(payment.provider);
      if (!remote || payment.status !== 'pending' || payment.providerId !== null) return;
      await open(ctx, remote, toOpen(payment, orderOf(payment)));
    },

    /**
     * A secret to pay an unpaid order with: that of the payment in play, or of a new one where the
     * last is dead.
     * @param claim claims the request's Idempotency-Key in the transaction that picks the payment.
     * @throws {AppError} not_found; state_conflict; payment_failed when the provider refuses;
     *   service_unavailable when it is away.
     */
    async payAgain(
      ctx: Context,
      orderId: string,
      token: string | undefined,
      claim: (ctx: Context) => Promise<unknown>,
    ): Promise<PaymentView> {
      await orders.view(ctx, orderId, token);
      let payment = await paymentInPlay(ctx, orderId, claim);
      if (payment.providerId !== null) {
        const { providerId } = payment;
        const begun = payment;
        const view = await answering(() => refreshed(ctx, begun, providerId));
        if (view !== 'dead') return view;
        payment = await paymentInPlay(ctx, orderId, async () => {});
      }
      const opened = await openNow(ctx, payment.provider, toOpen(payment, orderOf(payment)));
      if (opened.refusal !== undefined) throw new AppError('payment_failed', opened.refusal);
      if (opened.clientSecret === null) throw tryAgainSoon();
      return viewOf(payment, 'pending', opened.clientSecret, browser);
    },

    /** What a provider has of a span of time; null stands for another system's. @throws {ProviderUnavailable} */
    async *list(provider: ProviderName, span: Span): AsyncGenerator<RemotePayment | null> {
      const remote = remoteOf(provider);
      if (remote) yield* remote.list(span);
    },

    /** What a list of a provider's tells of the refunds of a span of time. @throws {ProviderUnavailable} */
    async *listRefunds(provider: ProviderName, span: Span): AsyncGenerator<RefundNews> {
      const remote = remoteOf(provider);
      if (remote) yield* remote.listRefunds(span);
    },

    /**
     * A payment as its provider sees it now; undefined when it knows none of this id.
     * @throws {ProviderUnavailable}
     */
    async look(provider: ProviderName, providerId: string): Promise<RemotePayment | undefined> {
      try {
        return await remoteOf(provider)?.retrieve(providerId);
      } catch (error) {
        if (error instanceof ProviderMissing) return undefined;
        throw error;
      }
    },

    /** Asks the provider about a payment and takes note of the answer. @throws {UnknownPayment} */
    async sync(ctx: Context, provider: ProviderName, providerId: string): Promise<void> {
      const seen = await remoteOf(provider)?.retrieve(providerId);
      if (seen) await complete(ctx, seen);
    },
  };
}

function orderOf({ orderId, orderNumber, customerId }: PaymentRow) {
  return { id: orderId, number: orderNumber, customerId };
}
