import { Stripe } from 'stripe';
import type { Config } from '../config/index.ts';
import type { Money } from '../utils/money.ts';
import { fromStripeAmount, toStripeAmount } from './stripe/amounts.ts';
import { asking, isUnexpectedState } from './stripe/errors.ts';

/** How often the SDK repeats a call that failed on the way, with jittered pauses. Nobody else repeats one. */
const MAX_NETWORK_RETRIES = 2;

const MAX_PAGE_SIZE = 100;

/** A webhook that was signed longer ago than this is refused as a replay. */
const SIGNATURE_TOLERANCE_SECONDS = 300;

/** A PaymentIntent, reduced to what the shop acts on; amounts are in our minor units. */
export interface StripePayment {
  readonly id: string;
  readonly status: Stripe.PaymentIntent.Status;
  readonly amount: Money;
  readonly received: Money;
  readonly clientSecret: string | null;
  readonly chargeId: string | null;
  /** Why the last try to pay failed. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface StripeRefund {
  readonly id: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly failureReason: string | null;
}

export interface NewStripePayment {
  readonly amount: Money;
  readonly description: string;
  /** Only ids: what stands here is shown in Stripe's dashboard and in its exports. */
  readonly metadata: { readonly orderId: string; readonly paymentId: string };
  readonly idempotencyKey: string;
}

export interface NewStripeRefund {
  readonly paymentIntentId: string;
  readonly amount: Money;
  readonly metadata: { readonly refundId: string };
  readonly idempotencyKey: string;
}

/** When PaymentIntents were created, both ends included. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  /** Of the pages in which they are fetched; at most (and by default) 100. */
  readonly pageSize?: number;
}

export interface CallOptions {
  /** Instead of the SDK's bounded repeats; 0 where somebody is waiting and a job will try again. */
  readonly maxNetworkRetries?: number;
}

export type StripeGateway = ReturnType<typeof createStripe>;

/**
 * The shop's view of Stripe, over its official SDK.
 * Each call throws {@link StripeUnavailable} when the same call may succeed later, and
 * {@link StripeRefusal} when it would be refused again.
 */
export function createStripe(config: Config['stripe']) {
  const stripe = new Stripe(config.secretKey, {
    apiVersion: Stripe.API_VERSION,
    maxNetworkRetries: MAX_NETWORK_RETRIES,
    timeout: config.timeoutMs,
    telemetry: false,
    appInfo: { name: 'Cartwright' },
    ...config.apiBase,
  });

  async function retrievePayment(id: string): Promise<StripePayment> {
    return asking(async () => toPayment(await stripe.paymentIntents.retrieve(id)));
  }

  return {
    /** Creates a PaymentIntent; the same idempotency key gives the same one again (for 24 hours). */
    async createPayment(payment: NewStripePayment, options?: CallOptions): Promise<StripePayment> {
      const { amount, description, metadata, idempotencyKey } = payment;
      return asking(async () =>
        toPayment(
          await stripe.paymentIntents.create(
            {
              amount: toStripeAmount(amount),
              currency: amount.currency.toLowerCase(),
              automatic_payment_methods: { enabled: true },
              description,
              metadata,
            },
            { idempotencyKey, ...options },
          ),
        ),
      );
    },

    retrievePayment,

    /**
     * Every PaymentIntent of a span of time, newest first, fetched a page at a time as they are asked
     * for. Null stands for one that carries none of our metadata: another system made it, and it may
     * be in a currency that the shop does not know.
     */
    async *listPayments({ from, to, pageSize }: Span): AsyncGenerator<StripePayment | null> {
      const intents = stripe.paymentIntents.list({
        created: { gte: toSeconds(from), lte: toSeconds(to) },
        limit: pageSize ?? MAX_PAGE_SIZE,
      });
      for (;;) {
        const { done, value } = await asking(() => intents.next());
        if (done) return;
        yield 'paymentId' in value.metadata ? toPayment(value) : null;
      }
    },

    /** Cancels a PaymentIntent if that is still possible, and tells in any case what it has become. */
    async cancelPayment(id: string): Promise<StripePayment> {
      try {
        return await asking(async () =>
          toPayment(await stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' })),
        );
      } catch (error) {
        if (isUnexpectedState(error)) return retrievePayment(id);
        throw error;
      }
    },

    async createRefund(refund: NewStripeRefund): Promise<StripeRefund> {
      const { paymentIntentId, amount, metadata, idempotencyKey } = refund;
      return asking(async () =>
        toRefund(
          await stripe.refunds.create(
            { payment_intent: paymentIntentId, amount: toStripeAmount(amount), metadata },
            { idempotencyKey },
          ),
        ),
      );
    },

    async retrieveRefund(id: string): Promise<StripeRefund> {
      return asking(async () => toRefund(await stripe.refunds.retrieve(id)));
    },

    /**
     * Reads a webhook whose signature is good under any of our secrets (several while one replaces
     * another) and no older than five minutes; undefined when it is not.
     */
    verifyEvent(body: Buffer, signature: string): Stripe.Event | undefined {
      for (const secret of config.webhookSecrets) {
        try {
          return stripe.webhooks.constructEvent(
            body,
            signature,
            secret,
            SIGNATURE_TOLERANCE_SECONDS,
          );
        } catch (error) {
          if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
        }
      }
      return undefined;
    },
  };
}

function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}

function toPayment(intent: Stripe.PaymentIntent): StripePayment {
  const { latest_charge: charge, last_payment_error: failure, currency } = intent;
  return {
    id: intent.id,
    status: intent.status,
    amount: fromStripeAmount(intent.amount, currency),
    received: fromStripeAmount(intent.amount_received, currency),
    clientSecret: intent.client_secret,
    chargeId: typeof charge === 'string' ? charge : (charge?.id ?? null),
    failure: failure && {
      code: failure.decline_code ?? failure.code ?? failure.type,
      message: failure.message ?? 'The payment failed.',
    },
    metadata: intent.metadata,
  };
}

function toRefund({ id, status, failure_reason: failureReason }: Stripe.Refund): StripeRefund {
  return {
    id,
    // Of Stripe's five, `requires_action` still waits for something and `canceled` pays nothing back.
    status:
      status === 'succeeded'
        ? 'succeeded'
        : status === 'failed' || status === 'canceled'
          ? 'failed'
          : 'pending',
    failureReason: failureReason ?? null,
  };
}
