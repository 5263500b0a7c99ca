import type { Context } from '../../../kernel/context.ts';
import type { Money } from '../../../kernel/money.ts';
import { Unavailable } from '../../../utils/unavailable.ts';
import type { ProviderName } from '../../../utils/paymentProviders.ts';
import type { OrderStatus, OrderPaymentStatus } from '../../orders.service.ts';
import type { PaymentStatus } from '../ledger/states.ts';

export type { ProviderName };

/** What an order and its payment are at the moment the order is placed. */
export interface Placement {
  readonly order: OrderStatus;
  readonly orderPayment: OrderPaymentStatus;
  readonly payment: PaymentStatus;
}

/** A way to pay. */
export interface PaymentProvider {
  readonly name: ProviderName;
  readonly placement: Placement;
  /** What it can take of a total, never more; some have coarser steps than the currency. */
  chargeable(total: Money): Money;
  /** The least that it takes in a currency; none when it takes any amount. */
  readonly minimum?: (currency: string) => Money;
  /** The most that it takes at once in a currency; none when it takes any amount. */
  readonly maximum?: (currency: string) => Money;
  /** The provider's side of its payments; none when nothing happens outside of the shop. */
  readonly remote?: RemoteProvider;
}

/**
 * What is asked of a provider over the network, never within a transaction.
 * Every call throws {@link ProviderUnavailable}, {@link ProviderRefusal} or, of those, {@link ProviderMissing};
 * and NotOurs for another system's, where it cannot be told in the shop's terms.
 */
export interface RemoteProvider {
  readonly name: ProviderName;
  /** Begins a payment; the same payment and attempt begin one at most. */
  open(payment: PaymentToOpen & KnownCustomer, patience?: Patience): Promise<RemotePayment>;
  /** The payment as it is now. */
  retrieve(providerId: string, patience?: Patience): Promise<RemotePayment>;
  /** Every payment of a span of time as it is now, page by page; null stands for another system's. */
  list(span: Span): AsyncIterable<RemotePayment | null>;
  /** Cancels the payment if that is still possible; tells what it has become either way. */
  cancel(providerId: string, patience?: Patience): Promise<RemotePayment>;
  /** Takes the whole of what is held, if that is still possible; tells what it has become either way. */
  capture(payment: PaymentToCapture, patience?: Patience): Promise<RemotePayment>;
  /** Makes the customer known there, once for each attempt. @returns the provider's id. */
  createCustomer(customer: CustomerToCreate, patience?: Patience): Promise<string>;
  /** Pays money back; the same refund is made once. */
  refund(refund: RefundToMake): Promise<RemoteRefund>;
  retrieveRefund(providerId: string): Promise<RemoteRefund>;
  /** What a list tells of every refund of a span of time, page by page, another system's among them. */
  listRefunds(span: Span): AsyncIterable<ListedRefund>;
  /** The provider's fee of every payment whose money came in a span of time, page by page. */
  listFees(span: Span): AsyncIterable<RemoteFee>;
  /** Every refund of a payment, or of a charge of it, whoever made it; by the provider's id of either. */
  refundsOf(providerId: string): Promise<RemoteRefund[]>;
}

/**
 * Who repeats a call that fails on the way: a job (`job`, when nothing is said), so that the
 * provider's client must not; or that client itself, a few times (`client`), because somebody waits
 * and nobody else will. Retries are never stacked on retries.
 */
export type Patience = 'job' | 'client';

/** The patience of a use case: the queue repeats its jobs, nobody repeats a request. */
export function patienceOf({ actor }: Pick<Context, 'actor'>): Patience {
  return actor.kind === 'system' ? 'job' : 'client';
}

export interface PaymentToOpen {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly amount: Money;
  readonly attempt: number;
  readonly captureMethod: CaptureMethod;
  /** Ours; null for a guest. */
  readonly customerId: string | null;
}

/** Whether money is taken as it is authorized, or held until the shop captures it. */
export type CaptureMethod = 'automatic' | 'manual';

export interface KnownCustomer {
  /** The provider's id of the customer; undefined for a guest. */
  readonly remoteCustomerId: string | undefined;
}

export interface PaymentToCapture {
  readonly id: string;
  readonly attempt: number;
  readonly providerId: string;
}

export interface CustomerToCreate {
  /** Ours. */
  readonly customerId: string;
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
  /** Whether the provider was told of it by another shop: what is not in our books never will be. */
  readonly isOfAnotherShop?: boolean;
  readonly status: PaymentStatus;
  /** Held for the shop, to be captured. */
  readonly authorized: Money;
  readonly captured: Money;
  /** What makes the capture unique at the provider. */
  readonly captureReference: string | null;
  readonly clientSecret: string | null;
  /** Why the last try to pay failed. */
  readonly failure: string | null;
}

export interface RefundToMake {
  /** Of the transfer. */
  readonly id: string;
  /** One that has failed is tried again under another number; the same one is made once. */
  readonly attempt: number;
  /** The provider's id of the payment. */
  readonly providerPaymentId: string;
  readonly amount: Money;
}

/** A refund in a list: enough to see whether there is news of it. */
export interface ListedRefund {
  readonly providerId: string;
  /** The provider's id of the payment; null where there is none, so that it is none of ours. */
  readonly providerPaymentId: string | null;
  /** Ours, as the provider was told it; undefined for a refund that was made at the provider's. */
  readonly transferId: string | undefined;
  readonly status: 'pending' | 'succeeded' | 'failed';
}

/** What the provider has kept of a payment. */
export interface RemoteFee {
  /** The provider's id of the movement of its balance of which it was taken. */
  readonly reference: string;
  readonly providerPaymentId: string;
  /** As in {@link RemotePayment}. */
  readonly captureReference: string;
  /** In the currency of the balance, which may not be the payment's; null for one unknown here. */
  readonly fee: Money | null;
}

export interface RemoteRefund {
  readonly providerId: string;
  /** The provider's id of the payment; null where there is none, so that it is none of ours. */
  readonly providerPaymentId: string | null;
  /** Ours, as the provider was told it; undefined for a refund that was made at the provider's. */
  readonly transfer: { readonly id: string; readonly attempt: number } | undefined;
  readonly amount: Money;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly failure: string | null;
  /** Whether it has failed because a dispute began while it was pending; see {@link ProviderBlocked}. */
  readonly isBlocked: boolean;
}

/** The provider cannot be reached or cannot answer now; the same call may succeed later. */
export class ProviderUnavailable extends Unavailable {
  override readonly name = 'ProviderUnavailable';
  /**
   * Whether the call was answered with a failure, which the provider may give again for the same
   * idempotency key. When it was not, only the same key tells whether it took effect.
   */
  readonly isAnswered: boolean;

  constructor(message: string, { cause, isAnswered }: { cause: unknown; isAnswered: boolean }) {
    super(message, { cause });
    this.isAnswered = isAnswered;
  }
}

/** The provider has refused, and would refuse the same call again. */
export class ProviderRefusal extends Error {
  override readonly name: string = 'ProviderRefusal';
}

/**
 * The provider does not know what the call is about. It says nothing about money: the payment may
 * be another account's (keys were changed), so nothing may be concluded from it.
 */
export class ProviderMissing extends ProviderRefusal {
  override readonly name = 'ProviderMissing';
}

/**
 * Something else takes the money of a payment, which the shop may not have heard of yet: its
 * customer's bank disputes it, or less is left than is to go back. What becomes of that decides
 * whether it can be asked for again, and for how much.
 */
export class ProviderBlocked extends ProviderRefusal {
  override readonly name: string = 'ProviderBlocked';
}

/** All that was paid has gone back already: perhaps by the very refund that was asked for. */
export class ProviderSpent extends ProviderBlocked {
  override readonly name = 'ProviderSpent';
}
