import type { Money } from '../../utils/money.ts';
import type { OrderStatus, PaymentState } from '../orders.service.ts';
import type { PaymentStatus } from './states.ts';

/** How an order can be paid; `none` is for one that costs nothing. */
export type ProviderName = 'stripe' | 'manual' | 'none';

/** What an order and its payment are at the moment the order is placed. */
export interface Placement {
  readonly order: OrderStatus;
  readonly orderPayment: PaymentState;
  readonly payment: PaymentStatus;
}

/** A way to pay. */
export interface PaymentProvider {
  readonly name: ProviderName;
  readonly placement: Placement;
  /** What it can take of a total, never more; some have coarser steps than the currency. */
  chargeable(total: Money): Money;
  /** The provider's side of its payments; none when nothing happens outside of the shop. */
  readonly remote?: RemoteProvider;
}

/**
 * What is asked of a provider over the network, never within a transaction.
 * Every call throws {@link ProviderUnavailable} or {@link ProviderRefusal}.
 */
export interface RemoteProvider {
  /** Begins a payment; the same payment and attempt begin one at most. */
  open(payment: PaymentToOpen, options?: { hurried?: boolean }): Promise<RemotePayment>;
  /** The payment as it is now. */
  retrieve(providerId: string): Promise<RemotePayment>;
  /** Every payment of a span of time as it is now, page by page; null stands for another system's. */
  list(span: Span): AsyncIterable<RemotePayment | null>;
  /** Cancels the payment if that is still possible; tells what it has become either way. */
  cancel(providerId: string): Promise<RemotePayment>;
  /** Pays money back; the same refund is made once. */
  refund(refund: RefundToMake): Promise<RemoteRefund>;
  retrieveRefund(providerId: string): Promise<RemoteRefund>;
}

export interface PaymentToOpen {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly amount: Money;
  readonly attempt: number;
}

/** When payments were begun at the provider, both ends included. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  /** Of the pages in which they are fetched. */
  readonly pageSize?: number;
}

/** A payment as its provider sees it. */
export interface RemotePayment {
  readonly providerId: string;
  /** Ours, as the provider was told it; it finds a payment whose provider's id was not stored yet. */
  readonly paymentId: string | undefined;
  readonly status: PaymentStatus;
  readonly captured: Money;
  /** What makes the capture unique at the provider. */
  readonly captureReference: string | null;
  readonly clientSecret: string | null;
  /** Why the last try to pay failed. */
  readonly failure: string | null;
}

export interface RefundToMake {
  readonly id: string;
  /** The provider's id of the payment. */
  readonly providerPaymentId: string;
  readonly amount: Money;
}

export interface RemoteRefund {
  readonly providerId: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly failure: string | null;
}

/** The provider cannot be reached or cannot answer now; the same call may succeed later. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/** The provider has refused, and would refuse the same call again. */
export class ProviderRefusal extends Error {
  override readonly name = 'ProviderRefusal';
}
