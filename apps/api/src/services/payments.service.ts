import type { StripeGateway } from '../integrations/stripe.ts';
import type { Claim } from '../utils/claim.ts';
import type { Context } from '../utils/context.ts';
import type { Money } from '../utils/money.ts';
import type { CheckoutProvider } from '../utils/paymentProviders.ts';
import type { CreditService, CreditShare } from './credit.service.ts';
import type { InventoryService } from './inventory.service.ts';
import type { NewOrder, OrdersService } from './orders.service.ts';
import { createAsking } from './payments/asking.ts';
import { createAttention } from './payments/attention.ts';
import { createByHand } from './payments/byHand.ts';
import { createCapture } from './payments/capture.ts';
import { createCompletion } from './payments/complete.ts';
import { createCreditPayments } from './payments/creditPayments.ts';
import { createDisputing } from './payments/disputing.ts';
import { createEnding } from './payments/ending.ts';
import { recordFee } from './payments/fees.ts';
import { lockPaymentsOf } from './payments/locks.ts';
import { creditProvider, manualProvider, noneProvider } from './payments/localProviders.ts';
import { createPaying } from './payments/paying.ts';
import { planPayments, type PaymentPlan } from './payments/plan.ts';
import { answering } from './payments/problems.ts';
import type { CaptureMethod, PaymentProvider, ProviderName } from './payments/provider.ts';
import { createSettling } from './payments/settling.ts';
import type { PaymentStatus } from './payments/states.ts';
import { createStripeProvider } from './payments/stripeProvider.ts';
import { selectTransfersOf } from './payments/transferStatements.ts';
import { createTransfers } from './payments/transfers.ts';
import type { BrowserAccess } from './payments/view.ts';
import type { QueueService } from './queue.service.ts';
import type { WorkflowsService } from './workflows.service.ts';

export type {
  ProviderName,
  RefundNews,
  RemoteFee,
  RemotePayment,
  Span,
} from './payments/provider.ts';
export type { FeeToRecord } from './payments/fees.ts';
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
  /** By which the shop knows its payments on an account at Stripe that it shares with others. */
  shopMark: string;
  /** Whether Stripe takes money as it is authorized, or holds it until staff capture it. */
  captureMethod: CaptureMethod;
}

export type PaymentsService = ReturnType<typeof createPaymentsService>;

/** Payments: one port, several providers, and one way in which news of a payment reaches the shop. */
export function createPaymentsService(deps: PaymentsDependencies) {
  const { stripe, orders, inventory, queue, captureMethod } = deps;
  const providers: Readonly<Record<ProviderName, PaymentProvider>> = {
    stripe: createStripeProvider(stripe, deps.shopMark),
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
  const paying = createPaying({ ...deps, remoteOf, complete, attention });

  return {
    complete,
    ...createDisputing({ orders, credit, transfers }),
    ...createAsking({ remoteOf, complete }),
    ...paying,

    /**
     * Captures the whole of what is held for an order; see capture.ts. For staff.
     * @throws {AppError} not_found; state_conflict; payment_failed; service_unavailable.
     */
    capture: (ctx: Context, orderId: string, claim: Claim): Promise<void> =>
      answering(() => capture(ctx, orderId, claim)),

    /** See byHand.ts. */
    markPaid: createByHand({ orders, credit }),

    seal: ending.seal,
    endLocal: ending.endLocal,
    /** See fees.ts. */
    recordFee,
    /** See locks.ts. */
    lock: lockPaymentsOf,

    /** What a provider can move of an amount, never more; minor units. */
    chargeable: (provider: ProviderName, money: Money): number =>
      providers[provider].chargeable(money).amount,

    /** See transfers.ts and settling.ts. */
    beginRefund: transfers.begin,
    retryRefund: transfers.retry,
    closeTransfer: transfers.close,
    giveUpRefund: transfers.giveUp,
    transfer: settling.find,
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

    /** How an order of this total is paid; see plan.ts. @throws {AppError} amount_too_small, amount_too_large */
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
  };
}
