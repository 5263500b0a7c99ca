import type { PaymentStatus } from '../domains/payments.enums.ts';
import type { Claim } from '../kernel/idempotencyClaim.ts';
import type { Context } from '../kernel/context.ts';
import type { Money } from '../kernel/money.ts';
import type { RemotePayment, RemoteProvider } from '../ports/paymentProvider.ts';
import type { CreditService, CreditShare } from './credit.service.ts';
import type { InventoryService } from './inventory.service.ts';
import type { NewOrder, Order, OrdersService } from './orders.service.ts';
import { recordManualPayment } from './payments/recordManualPayment.ts';
import { captureAuthorization } from './payments/captureAuthorization.ts';
import { applyProviderUpdate } from './payments/applyProviderUpdate.ts';
import { holdCredit } from './payments/creditPayments.ts';
import { lockDisputed, recordDispute } from './payments/recordDispute.ts';
import {
  cancelAtProviders,
  cancelLocalPayments,
  type CancellationOptions,
} from './payments/cancelPayments.ts';
import type { PaymentRow } from './payments/ledger/statements.ts';
import { recordFee } from './payments/ledger/recordFee.ts';
import { lockPaymentsOf } from './payments/ledger/locks.ts';
import {
  listPaymentOptions,
  type PaymentOption,
  type PaymentOptionsRequest,
} from './payments/listPaymentOptions.ts';
import { payAgain } from './payments/payAgain.ts';
import type { PaymentView } from './payments/presentPayment.ts';
import { startPayment, startPaymentLater } from './payments/startPayment.ts';
import { planPayments, type PaymentPlan } from './payments/planPayments.ts';
import { lockIfClosable } from './payments/lockIfClosable.ts';
import type { ProviderName } from './payments/providers/provider.ts';
import { createProviderRegistry } from './payments/providers/registry.ts';
import {
  cancelRemotePayment,
  syncPayment,
  voidAuthorization,
} from './payments/providers/syncPayment.ts';
import { executeAllocation } from './payments/refunds/executeAllocation.ts';
import { findAllocation, findAllocationsOf } from './payments/refunds/findAllocation.ts';
import type { AllocationRow } from './payments/refunds/statements.ts';
import { syncRefund, syncRefundsOf } from './payments/refunds/syncRefunds.ts';
import { abandonRefund, retryRefund } from './payments/refunds/retryRefund.ts';
import { beginRefund } from './payments/refunds/beginRefund.ts';
import { closeAllocation } from './payments/refunds/settleAllocation.ts';
import type { NewRefund } from './payments/refunds/writeRefund.ts';
import type { QueueService } from './queue.service.ts';
import type { WorkflowsService } from './workflows.service.ts';

export type { ProviderName } from './payments/providers/provider.ts';
export type { FeeToRecord } from './payments/ledger/recordFee.ts';
export type { PaymentOption } from './payments/listPaymentOptions.ts';
export type { PaymentPlan } from './payments/planPayments.ts';
export type { PaymentView } from './payments/presentPayment.ts';

export interface PaymentsDeps {
  /** Those outside of the shop, in the order in which refunds use them. */
  remotes: readonly RemoteProvider[];
  orders: OrdersService;
  inventory: InventoryService;
  queue: QueueService;
  credit: CreditService;
  workflows: WorkflowsService;
}

export type PaymentsService = ReturnType<typeof createPaymentsService>;

/** Payments: one port, several providers, and one way in which an update reaches the shop. */
export function createPaymentsService(deps: PaymentsDeps) {
  const { orders, inventory, queue, credit, workflows } = deps;
  const providers = createProviderRegistry(deps.remotes);
  const refunds = { orders, queue, credit, providers };
  const updating = { ...refunds, inventory, workflows };
  const applyUpdate = (ctx: Context, seen: RemotePayment): Promise<PaymentStatus> =>
    applyProviderUpdate(updating, ctx, seen);

  return {
    /** The providers outside of the shop. */
    remotes: providers.remotes,
    isRemote: providers.isRemote,
    /** @throws {ProviderUnavailable} for a provider that the shop has no longer. */
    remoteOf: providers.remoteOf,
    /** The names of what a checkout can be paid with, beside credit. */
    selectable: [...providers.remotes.map(({ name }) => name), 'manual'],
    /** The names of all ways to pay, in the order in which refunds use them. */
    refundOrder: providers.names,

    applyUpdate,
    lockDisputed,
    /** See {@link recordDispute}. */
    recordDispute: (
      ctx: Context,
      payment: PaymentRow,
      dispute: Parameters<typeof recordDispute>[3],
    ): Promise<boolean> => recordDispute(refunds, ctx, payment, dispute),

    /** See {@link startPayment}. */
    begin: (ctx: Context, order: Order): Promise<PaymentView> => startPayment(updating, ctx, order),
    /** See {@link startPaymentLater}. */
    openLater: (ctx: Context, paymentId: string): Promise<void> =>
      startPaymentLater(updating, ctx, paymentId),
    /** See {@link payAgain}. */
    payAgain: (
      ctx: Context,
      orderId: string,
      token: string | undefined,
      claim: Claim,
    ): Promise<PaymentView> => payAgain(updating, ctx, { orderId, token, claim }),

    /** See {@link syncPayment}. */
    sync: (ctx: Context, provider: ProviderName, providerId: string): Promise<void> =>
      syncPayment(updating, ctx, provider, providerId),
    /** See {@link cancelRemotePayment}. */
    cancelRemote: (ctx: Context, provider: ProviderName, providerId: string): Promise<void> =>
      cancelRemotePayment(updating, ctx, provider, providerId),
    /** See {@link voidAuthorization}. */
    voidAuthorization: (ctx: Context, paymentId: string): Promise<void> =>
      voidAuthorization(updating, ctx, paymentId),

    /** See {@link captureAuthorization}. */
    capture: (ctx: Context, orderId: string, claim: Claim): Promise<void> =>
      captureAuthorization(updating, ctx, orderId, claim),

    /** See {@link recordManualPayment}. */
    markPaid: (ctx: Context, orderId: string, reason: string): Promise<void> =>
      recordManualPayment(deps, ctx, orderId, reason),

    /** See {@link lockIfClosable}. */
    lockIfClosable: (ctx: Context, orderId: string, options?: { allowPaid?: boolean }) =>
      lockIfClosable(providers, ctx, orderId, options),
    /** See {@link cancelLocalPayments}. */
    cancelLocal: (ctx: Context, orderId: string): Promise<void> =>
      cancelLocalPayments(deps, ctx, orderId),
    /** See recordFee.ts. */
    recordFee,
    /** See locks.ts. */
    lock: lockPaymentsOf,

    /** What a provider can move of an amount, never more; minor units. */
    chargeable: (provider: ProviderName, money: Money): number =>
      providers.get(provider).chargeable(money).amount,

    /** See {@link beginRefund}. */
    beginRefund: (ctx: Context, refund: NewRefund): Promise<string> =>
      beginRefund(refunds, ctx, refund),
    /** See {@link retryRefund}. */
    retryRefund: (ctx: Context, refundId: string): Promise<void> =>
      retryRefund(refunds, ctx, refundId),
    /** See {@link closeAllocation}. */
    closeAllocation: (ctx: Context, allocation: AllocationRow, why: string): Promise<void> =>
      closeAllocation(refunds, ctx, allocation, why),
    /** See {@link abandonRefund}. */
    abandonRefund: (ctx: Context, refundId: string, why: string): Promise<void> =>
      abandonRefund(refunds, ctx, refundId, why),
    allocation: findAllocation,
    allocationsOf: findAllocationsOf,
    /** See {@link executeAllocation}. */
    settleRefund: (ctx: Context, allocationId: string): Promise<boolean> =>
      executeAllocation(refunds, ctx, allocationId),
    /** See {@link syncRefund}. */
    syncRefund: (ctx: Context, provider: ProviderName, providerId: string): Promise<void> =>
      syncRefund(updating, ctx, provider, providerId),
    /** See {@link syncRefundsOf}. */
    syncRefundsOf: (ctx: Context, provider: ProviderName, providerId: string): Promise<void> =>
      syncRefundsOf(updating, ctx, provider, providerId),

    /** See {@link cancelAtProviders}. */
    cancelAtProviders: (
      ctx: Context,
      orderId: string,
      options?: CancellationOptions,
    ): Promise<PaymentStatus[]> => cancelAtProviders(updating, ctx, orderId, options),

    /** See {@link listPaymentOptions}. */
    options: (request: PaymentOptionsRequest): PaymentOption[] =>
      listPaymentOptions(providers, request),

    /** How an order of this total is paid; see planPayments.ts. @throws {AppError} amount_too_small, amount_too_large */
    plan: (total: Money, wanted: ProviderName, shares: readonly CreditShare[]): PaymentPlan =>
      planPayments(providers, { total, wanted, shares }),

    /** See {@link holdCredit}. */
    holdCredit: (ctx: Context, order: NewOrder): Promise<void> => holdCredit(deps, ctx, order),
  };
}
