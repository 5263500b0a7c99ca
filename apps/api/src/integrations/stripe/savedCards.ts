import type { Stripe } from 'stripe';
import type { MethodUsage } from '../../domains/paymentMethods.enums.ts';
import type { Ask } from './breaker.ts';
import type { CallOptions } from './callOptions.ts';
import { StripeMissing, StripeRefusal } from './errors.ts';
import { listMembers } from './listMembers.ts';
import { metadataOf } from './metadata.ts';

/** A SetupIntent, reduced to what the shop reads. */
interface StripeSetup {
  readonly id: string;
  readonly status: Stripe.SetupIntent.Status;
  readonly clientSecret: string;
  /** Stripe's id of the customer. */
  readonly customer: string | null;
  readonly paymentMethod: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

interface StripeCard {
  readonly id: string;
  /** Stripe's id of the customer; null once it is detached. */
  readonly customer: string | null;
  readonly brand: string;
  readonly last4: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  /** The same for every payment method of one card number. */
  readonly fingerprint: string | null;
}

interface NewStripeSetup {
  /** Ours. */
  readonly customerId: string;
  /** Stripe's id of the customer. */
  readonly customer: string;
  readonly usage: MethodUsage;
  readonly idempotencyKey: string;
}

const MAX_PAGE_SIZE = 100;

/** Calls to Stripe about cards that are saved for a customer. */
export function savedCardCalls(ask: Ask) {
  async function retrieveCard(id: string, options?: CallOptions): Promise<StripeCard> {
    return ask(async (stripe) => toCard(await stripe.paymentMethods.retrieve(id, {}, options)));
  }

  return {
    retrieveCard,

    /** Creates a SetupIntent for a card; the same idempotency key gives the same one again. */
    async createSetup(
      { customerId, customer, usage, idempotencyKey }: NewStripeSetup,
      options?: CallOptions,
    ): Promise<StripeSetup> {
      return ask(async (stripe) =>
        toSetup(
          await stripe.setupIntents.create(
            {
              customer,
              usage,
              allowed_payment_method_types: ['card'],
              metadata: metadataOf({ customerId }),
            },
            { idempotencyKey, ...options },
          ),
        ),
      );
    },

    async retrieveSetup(id: string, options?: CallOptions): Promise<StripeSetup> {
      return ask(async (stripe) => toSetup(await stripe.setupIntents.retrieve(id, {}, options)));
    },

    /** Every card that is saved for a customer, newest first. */
    async *listCards(customer: string, options?: CallOptions): AsyncGenerator<StripeCard> {
      const query = { customer, type: 'card', limit: MAX_PAGE_SIZE } as const;
      const methods = listMembers(ask, (stripe) => stripe.paymentMethods.list(query, options));
      for await (const method of methods) yield toCard(method);
    },

    /** Detaches a card for ever; one that is detached, or gone with its account, is no error. */
    async detachCard(id: string, options?: CallOptions): Promise<void> {
      try {
        await ask((stripe) => stripe.paymentMethods.detach(id, {}, options));
      } catch (error) {
        if (error instanceof StripeMissing) return;
        // Of a detached one Stripe says so in words alone.
        if (!(error instanceof StripeRefusal)) throw error;
        const { customer } = await retrieveCard(id, options);
        if (customer !== null) throw error;
      }
    },
  };
}

function toSetup(intent: Stripe.SetupIntent): StripeSetup {
  const { id, status, client_secret: clientSecret, customer, payment_method: method } = intent;
  if (clientSecret === null) throw new Error(`Stripe gave no client secret of ${id}`);
  return {
    id,
    status,
    clientSecret,
    customer: idOf(customer),
    paymentMethod: idOf(method),
    metadata: intent.metadata ?? {},
  };
}

function toCard({ id, customer, card, type }: Stripe.PaymentMethod): StripeCard {
  return {
    id,
    customer: idOf(customer),
    brand: card?.brand ?? type,
    last4: card?.last4 ?? '',
    expiryMonth: card?.exp_month ?? 12,
    expiryYear: card?.exp_year ?? 9999,
    fingerprint: card?.fingerprint ?? null,
  };
}

/** The id of what Stripe gives as an id, or as an object where it was expanded. */
function idOf(reference: string | { readonly id: string } | null): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null);
}
