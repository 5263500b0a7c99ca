import { localProvider } from '../domains/payments.enums.ts';
import type { RemoteProvider } from '../ports/paymentProvider.ts';
import { withDeps } from '../utils/withDeps.ts';
import type { AuditService } from './audit.service.ts';
import { applyProviderUpdate, type ProviderUpdateDeps } from './payments/applyProviderUpdate.ts';
import { cancelAtProviders, cancelLocalPayments } from './payments/cancelPayments.ts';
import { captureAuthorization } from './payments/captureAuthorization.ts';
import { holdCredit } from './payments/creditPayments.ts';
import { lockPaymentsOf } from './payments/ledger/locks.ts';
import { recordFee } from './payments/ledger/recordFee.ts';
import { listPaymentOptions } from './payments/listPaymentOptions.ts';
import { lockIfClosable } from './payments/lockIfClosable.ts';
import { payAgain } from './payments/payAgain.ts';
import { planPayments } from './payments/planPayments.ts';
import { chargeableAmount } from './payments/providers/limits.ts';
import {
  forgetCustomer,
  forgetEverywhere,
  remoteCustomerOf,
} from './payments/providers/remoteCustomer.ts';
import { createProviderRegistry } from './payments/providers/registry.ts';
import { lockDisputed, recordDispute } from './payments/recordDispute.ts';
import { recordManualPayment } from './payments/recordManualPayment.ts';
import { beginRefund } from './payments/refunds/beginRefund.ts';
import { executeAllocation } from './payments/refunds/executeAllocation.ts';
import { findAllocation, findAllocationsOf } from './payments/refunds/findAllocation.ts';
import { abandonRefund, retryRefund } from './payments/refunds/retryRefund.ts';
import { closeAllocation } from './payments/refunds/settleAllocation.ts';
import { syncRefund, syncRefundsOf } from './payments/refunds/syncRefunds.ts';
import { startPayment, startPaymentLater } from './payments/startPayment.ts';
import { cancelRemotePayment, syncPayment, voidAuthorization } from './payments/syncPayment.ts';

export type { ProviderName } from './payments/providers/provider.ts';
export type { FeeToRecord } from './payments/ledger/recordFee.ts';
export type { PaymentOption } from './payments/listPaymentOptions.ts';
export type { PaymentPlan } from './payments/planPayments.ts';
export type { PayablePayment } from './payments/payablePayment.ts';

interface PaymentsDeps extends Omit<ProviderUpdateDeps, 'providers'> {
  /** Those outside of the shop, in the order in which refunds use them. */
  remotes: readonly RemoteProvider[];
  audit: AuditService;
}

export type PaymentsService = ReturnType<typeof createPaymentsService>;

/** Payments: one port, several providers, and one way in which an update reaches the shop. */
export function createPaymentsService(services: PaymentsDeps) {
  const providers = createProviderRegistry(services.remotes);
  const deps = { ...services, providers };

  return {
    /** The providers outside of the shop. */
    remotes: providers.remotes,
    isRemote: providers.isRemote,
    /** @throws {ProviderUnavailable} for a provider that the shop has no longer. */
    remoteOf: providers.remoteOf,
    /** The names of what a checkout can be paid with, beside credit. */
    selectable: [...providers.remotes.map(({ name }) => name), localProvider.manual],
    /** The names of all ways to pay, in the order in which refunds use them. */
    refundOrder: providers.names,

    lock: lockPaymentsOf,
    lockDisputed,
    recordFee,
    remoteCustomerOf,
    forgetRemoteCustomer: forgetCustomer,
    allocation: findAllocation,
    allocationsOf: findAllocationsOf,

    ...withDeps(providers, {
      chargeable: chargeableAmount,
      lockIfClosable,
      options: listPaymentOptions,
      plan: planPayments,
      forgetCustomer: forgetEverywhere,
    }),

    ...withDeps(deps, {
      holdCredit,
      begin: startPayment,
      openLater: startPaymentLater,
      payAgain,
      capture: captureAuthorization,
      markPaid: recordManualPayment,
      applyUpdate: applyProviderUpdate,
      sync: syncPayment,
      cancelAtProviders,
      cancelRemote: cancelRemotePayment,
      cancelLocal: cancelLocalPayments,
      voidAuthorization,
      recordDispute,
      beginRefund,
      retryRefund,
      abandonRefund,
      settleRefund: executeAllocation,
      closeAllocation,
      syncRefund,
      syncRefundsOf,
    }),
  };
}
