import type { Stripe } from 'stripe';

/**
 * A stored API object: the SDK's own type, with every reference collapsed to the id.
 * Expansion (`expand[]`) replaces ids by objects only in the answer.
 */
type Stored<T> = {
  [K in keyof T]: string extends T[K] ? Extract<T[K], string | null | undefined> : T[K];
};

export type PaymentIntent = Stored<Stripe.PaymentIntent>;
export type PaymentMethod = Stored<Stripe.PaymentMethod>;
export type SetupIntent = Stored<Stripe.SetupIntent>;
export type Charge = Stored<Stripe.Charge>;
export type Refund = Stored<Stripe.Refund>;
export type Dispute = Stored<Stripe.Dispute>;
export type BalanceTransaction = Stored<Stripe.BalanceTransaction>;
export type Customer = Omit<Stored<Stripe.Customer>, 'deleted'>;
export type DeletedCustomer = Stripe.DeletedCustomer;
export type EventType = Stripe.Event.Type;

/** An event as it is stored and delivered; `data.object` is the snapshot at the time of the event. */
export interface StripeEvent {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: ApiObject; previous_attributes?: Record<string, unknown> };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: EventType;
}

/** The objects that have an id and a row in the store, by their `object` name. */
export interface ObjectsByKind {
  payment_intent: PaymentIntent;
  payment_method: PaymentMethod;
  setup_intent: SetupIntent;
  charge: Charge;
  refund: Refund;
  dispute: Dispute;
  balance_transaction: BalanceTransaction;
  customer: Customer | DeletedCustomer;
  event: StripeEvent;
}

export type Kind = keyof ObjectsByKind;
export type ApiObject = ObjectsByKind[Kind];

/** What an endpoint may answer with: any JSON object. */
export type JsonObject = Record<string, unknown>;
