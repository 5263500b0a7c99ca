import type { Stripe } from 'stripe';
import type { CaptureMethod } from '../../domains/payments.enums.ts';
import type { Money } from '../../kernel/money.ts';
import { fromStripeAmount, toStripeAmount } from './amounts.ts';
import type { Ask } from './breaker.ts';
import type { CallOptions } from './callOptions.ts';
import { listMembers } from './listMembers.ts';
import { isUnexpectedState } from './errors.ts';
import { markOf, readOwn } from './foreign.ts';
import { metadataOf } from './metadata.ts';

/** A PaymentIntent, reduced to what the shop acts on; amounts are in our minor units. */
export interface StripePayment {
  readonly id: string;
  readonly status: Stripe.PaymentIntent.Status;
  readonly amount: Money;
  readonly received: Money;
  /** Authorized and not captured yet. */
  readonly capturable: Money;
  readonly clientSecret: string | null;
  readonly chargeId: string | null;
  /** Why the last try to pay failed. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly metadata: Readonly<Record<string, string>>;
}

interface NewStripePayment {
  readonly amount: Money;
  readonly description: string;
  readonly metadata: {
    readonly orderId: string;
    readonly paymentId: string;
    /** Identifies the shop among those on one account. */
    readonly shop?: string;
  };
  /** Manual: the payment is authorized, and captured by a separate call within a week. */
  readonly captureMethod: CaptureMethod;
  /** Stripe's id of the customer; a guest has none. */
  readonly customerId?: string | undefined;
  /** Stripe's id of a card that is saved for the customer, who confirms the payment with it. */
  readonly methodId?: string | undefined;
  readonly idempotencyKey: string;
}

/** When PaymentIntents were created, both ends included. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  /** Of the pages in which they are fetched; at most (and by default) 100. */
  readonly pageSize?: number;
}

const MAX_PAGE_SIZE = 100;

/** What is asked of Stripe about PaymentIntents. */
export function paymentCalls(ask: Ask) {
  async function retrievePayment(id: string, options?: CallOptions): Promise<StripePayment> {
    const intent = await ask((stripe) => stripe.paymentIntents.retrieve(id, {}, options));
    return readOwn(
      () => toPayment(intent),
      async () => intent,
    );
  }

  /** Does something to a payment if its state allows it, and tells in any case what it has become. */
  async function actOn(
    id: string,
    options: CallOptions | undefined,
    act: (stripe: Stripe) => Promise<Stripe.PaymentIntent>,
  ): Promise<StripePayment> {
    try {
      return await ask(async (stripe) => toPayment(await act(stripe)));
    } catch (error) {
      if (isUnexpectedState(error)) return retrievePayment(id, options);
      throw error;
    }
  }

  return {
    retrievePayment,

    /** Creates a PaymentIntent; the same idempotency key gives the same one again (for 24 hours). */
    async createPayment(payment: NewStripePayment, options?: CallOptions): Promise<StripePayment> {
      const { amount, description, metadata, captureMethod, customerId, methodId } = payment;
      const { idempotencyKey } = payment;
      return ask(async (stripe) =>
        toPayment(
          await stripe.paymentIntents.create(
            {
              amount: toStripeAmount(amount),
              currency: amount.currency.toLowerCase(),
              automatic_payment_methods: { enabled: true },
              description,
              metadata: metadataOf(metadata),
              ...(captureMethod === 'manual' && { capture_method: captureMethod }),
              ...(customerId !== undefined && { customer: customerId }),
              ...(methodId !== undefined && { payment_method: methodId }),
            },
            { idempotencyKey, ...options },
          ),
        ),
      );
    },

    /**
     * Every PaymentIntent of a span of time, newest first, fetched a page at a time as they are asked
     * for. Null stands for one that carries none of our metadata: another system made it, and it may
     * be in a currency that the shop does not know.
     */
    async *listPayments(
      { from, to, pageSize }: Span,
      options?: CallOptions,
    ): AsyncGenerator<StripePayment | null> {
      const created = { gte: toSeconds(from), lte: toSeconds(to) };
      const limit = pageSize ?? MAX_PAGE_SIZE;
      const intents = listMembers(ask, (stripe) =>
        stripe.paymentIntents.list({ created, limit }, options),
      );
      for await (const intent of intents) {
        yield markOf(intent.metadata) === undefined ? null : toPayment(intent);
      }
    },

    /** Cancels a PaymentIntent (and voids its authorization), if that is still possible. */
    async cancelPayment(id: string, options?: CallOptions): Promise<StripePayment> {
      return actOn(id, options, (stripe) =>
        stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' }, options),
      );
    },

    /** Takes the whole of what is authorized, if that is still possible. */
    async capturePayment(
      { id, idempotencyKey }: { id: string; idempotencyKey: string },
      options?: CallOptions,
    ): Promise<StripePayment> {
      return actOn(id, options, (stripe) =>
        stripe.paymentIntents.capture(id, {}, { idempotencyKey, ...options }),
      );
    },
  };
}

export function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}

function toPayment(intent: Stripe.PaymentIntent): StripePayment {
  const { latest_charge: charge, last_payment_error: failure, currency } = intent;
  return {
    id: intent.id,
    status: intent.status,
    amount: fromStripeAmount(intent.amount, currency),
    received: fromStripeAmount(intent.amount_received, currency),
    capturable: fromStripeAmount(intent.amount_capturable, currency),
    clientSecret: intent.client_secret,
    chargeId: typeof charge === 'string' ? charge : (charge?.id ?? null),
    failure: failure && {
      code: failure.decline_code ?? failure.code ?? failure.type,
      message: failure.message ?? 'The payment failed.',
    },
    metadata: intent.metadata,
  };
}
