import type { DisputeStage } from '../domains/disputes.enums.ts';
import type { CaptureMethod, PaymentStatus } from '../domains/payments.enums.ts';
import type { SettlementStatus } from '../domains/refunds.enums.ts';
import type { Money } from '../kernel/money.ts';
import type { ProviderSavedMethods } from './providerSavedMethods.ts';
import type { RetryPolicy } from './retryPolicy.ts';
import type { SetupStep } from './setupStep.ts';

/**
 * A payment provider outside of the shop: all that the shop asks of it, and all that it says to the
 * shop. An adapter implements this and is listed in `containers/providers.ts`; nothing else knows it.
 *
 * The methods that return a promise or an iterable call the provider over the network, never within
 * a transaction. Each throws {@link ProviderUnavailable}, {@link ProviderRefusal} or a kind of the
 * latter (paymentProviderErrors.ts); and ForeignObjectError for an object of another system on the same account.
 * Ids of the provider's are unique beside those of the other providers.
 */
export interface RemoteProvider {
  /** Lower case; `paymentProvider` of a checkout, and the end of the webhook's address. */
  readonly name: string;
  /** Whether money is captured as it is authorized, or held until staff capture it (`capture`). */
  readonly captureMethod: CaptureMethod;
  readonly webhook: ProviderWebhook;
  /** Missing for a provider that tells the shop of no disputes. */
  readonly disputes?: ProviderDisputes;
  /** Missing for a provider that keeps no cards for customers. */
  readonly savedMethods?: ProviderSavedMethods;

  /** What it can take of a total, never more; some have coarser steps than the currency. */
  chargeable(total: Money): Money;
  /** The least that it takes in a currency; missing when it takes any amount. */
  minimum?(currency: string): Money;
  /** The most that it takes at once in a currency; missing when it takes any amount. */
  maximum?(currency: string): Money;
  /** What a payer's browser needs before there is a payment. */
  browserAccess(): BrowserAccess;
  /** What a payer's browser needs to pay a payment. @param secret the payment's `clientSecret`. */
  clientSession(secret: string): ClientSession;
  /** What the shop needs before the provider takes real money; missing when there is nothing to do. */
  setup?(use: ProviderUse): readonly SetupStep[];

  /** Creates a payment; the same payment and attempt create one at most, for 24 hours or longer. */
  open(
    payment: PaymentToOpen & KnownCustomer & KnownMethod,
    retryPolicy?: RetryPolicy,
  ): Promise<RemotePayment>;
  /** The payment as it is now. */
  retrieve(providerId: string, retryPolicy?: RetryPolicy): Promise<RemotePayment>;
  /** Every payment of a span of time as it is now, page by page; null stands for another system's. */
  list(span: Span): AsyncIterable<RemotePayment | null>;
  /** Cancels the payment if that is still possible. @returns what it has become either way. */
  cancel(providerId: string, retryPolicy?: RetryPolicy): Promise<RemotePayment>;
  /**
   * Captures the whole of what is held, if that is still possible; missing when `captureMethod` is
   * always "automatic". @returns what it has become either way.
   */
  capture?(payment: PaymentToCapture, retryPolicy?: RetryPolicy): Promise<RemotePayment>;
  /** Creates a customer, once for each attempt; missing when it keeps none. @returns its id. */
  createCustomer?(customer: CustomerToCreate, retryPolicy?: RetryPolicy): Promise<string>;
  /** Deletes a customer with the cards that are saved for them; one who is gone already is no error. */
  deleteCustomer?(providerId: string): Promise<void>;
  /** Pays money back; the same refund and attempt are made once, for 24 hours or longer. */
  refund(refund: RefundToMake): Promise<RemoteRefund>;
  retrieveRefund(providerId: string): Promise<RemoteRefund>;
  /** Every refund of a span of time, page by page, another system's among them. */
  listRefunds(span: Span): AsyncIterable<ListedRefund>;
  /** Every refund of a payment, newest first. @param providerId of the payment, or of a charge of it. */
  refundsOf(providerId: string): Promise<RemoteRefund[]>;
  /** The fee of every payment captured in a span of time; missing when fees are billed elsewhere. */
  listFees?(span: Span): AsyncIterable<RemoteFee>;
}

/** How far the shop uses a provider. */
export interface ProviderUse {
  /** Whether a checkout offers it. */
  readonly isOffered: boolean;
  /** Whether a webhook of it has ever come. */
  readonly hasEvents: boolean;
}

/** How a provider notifies the shop, at `POST /api/v1/webhooks/{name}`. */
export interface ProviderWebhook {
  /** The header without which a request is refused unread; in lower case. */
  readonly signatureHeader: string;
  /** Whether the provider has signed these bytes, and lately. */
  isSigned(body: Buffer, signature: string): Promise<boolean>;
  /**
   * What a signed body says.
   * @throws {AppError} malformed_json, validation_failed: it was signed, and is no event.
   */
  interpret(body: string): ProviderEvent;
}

/** A notification, as far as the shop reads it: the object that has changed, and not how. */
export interface ProviderEvent {
  /** Unique at the provider: a second delivery has the same. */
  readonly id: string;
  readonly type: string;
  /** The provider's id of the object; some events have none. */
  readonly objectId: string | null;
  /** What the object is; missing when its change changes nothing here. */
  readonly subject?: SubjectKind;
  /** Why it is not this shop's, though it is signed with its secret: another mode's, or account's. */
  readonly foreign?: string;
}

/** `refunds` are all of one payment, by the provider's id of the payment or of a charge of it. */
export type SubjectKind = 'payment' | 'refund' | 'refunds' | 'dispute' | 'setup' | 'method';

/** The disputes of a provider's payments: a bank takes money back until it has decided. */
export interface ProviderDisputes {
  retrieve(providerId: string): Promise<RemoteDispute>;
  /** Every dispute that began in a span of time, page by page. */
  list(span: Span): AsyncIterable<ListedDispute>;
  /** What a status of the provider's means. @throws for one that is not known. */
  standingOf(status: string): DisputeStanding;
}

export interface DisputeStanding {
  /** "none": no money was taken, as by an inquiry. */
  readonly stage: DisputeStage | 'none';
  /** Whether it is decided; a decision may be appealed … */
  readonly isClosed: boolean;
  /** … unless it is final. */
  readonly isFinal: boolean;
}

/** A dispute in a list. */
export interface ListedDispute {
  readonly providerId: string;
  /** The provider's word. */
  readonly status: string;
  /** Null where there is no payment, so that it is none of ours. */
  readonly providerPaymentId: string | null;
}

export interface RemoteDispute extends ListedDispute {
  /** The provider's word. */
  readonly reason: string;
  readonly amount: Money;
  readonly evidenceDueAt: Date | null;
  readonly createdAt: Date;
}

/** With what a payer's browser speaks to the provider. */
export interface BrowserAccess {
  readonly publishableKey?: string;
  /** Missing when it is the provider's usual address. */
  readonly apiBase?: string;
}

/** What a browser needs to pay one payment: a secret for the provider's form, or a page to go to. */
export interface ClientSession extends BrowserAccess {
  readonly clientSecret?: string;
  readonly redirectUrl?: string;
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
  /** Ours, of the saved card that it is to be paid with; null where the payer chooses one. */
  readonly savedMethodId: string | null;
}

interface KnownCustomer {
  /** The provider's id of the customer; undefined for a guest. */
  readonly remoteCustomerId: string | undefined;
}

interface KnownMethod {
  /** The provider's id of the saved card that the payer confirms; undefined where they choose one. */
  readonly remoteMethodId?: string | undefined;
}

interface PaymentToCapture {
  readonly id: string;
  readonly attempt: number;
  readonly providerId: string;
}

interface CustomerToCreate {
  /** Ours. */
  readonly customerId: string;
  readonly attempt: number;
}

/** When objects were created at the provider, both ends included. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  /** Of the pages in which they are fetched. */
  readonly pageSize?: number;
}

/** A payment as its provider has it. */
export interface RemotePayment {
  readonly providerId: string;
  /** Ours, as the provider was told it; it finds a payment whose provider's id is not stored yet. */
  readonly paymentId: string | undefined;
  /** Whether another shop created it: what is not in our database never will be. */
  readonly isOfAnotherShop?: boolean;
  readonly status: PaymentStatus;
  /** Held for the shop, to be captured. */
  readonly authorized: Money;
  readonly captured: Money;
  /** What makes the capture unique at the provider. */
  readonly captureReference: string | null;
  /** What `clientSession` makes a payer's session of; opaque to the shop. */
  readonly clientSecret: string | null;
  /** Why the last try to pay failed. */
  readonly failure: string | null;
}

interface RefundToMake {
  /** Of the allocation. */
  readonly id: string;
  /** One that has failed is tried again under another number; the same one is made once. */
  readonly attempt: number;
  /** The provider's id of the payment. */
  readonly providerPaymentId: string;
  readonly amount: Money;
}

/** A refund in a list: enough to see whether ours says the same. */
export interface ListedRefund {
  readonly providerId: string;
  /** The provider's id of the payment; null where there is none, so that it is none of ours. */
  readonly providerPaymentId: string | null;
  /** Ours, as the provider was told it; undefined for a refund that was made at the provider's. */
  readonly allocationId: string | undefined;
  readonly status: SettlementStatus;
}

export interface RemoteRefund {
  readonly providerId: string;
  /** The provider's id of the payment; null where there is none, so that it is none of ours. */
  readonly providerPaymentId: string | null;
  /** Ours, as the provider was told it; undefined for a refund that was made at the provider's. */
  readonly allocation: { readonly id: string; readonly attempt: number } | undefined;
  readonly amount: Money;
  readonly status: SettlementStatus;
  readonly failure: string | null;
  /** Whether it has failed because a dispute began while it was pending; see {@link ProviderBlocked}. */
  readonly isBlocked: boolean;
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
