import type { Ask } from './breaker.ts';
import type { CallOptions } from './callOptions.ts';
import { StripeMissing } from './errors.ts';
import { metadataOf } from './metadata.ts';

interface NewStripeCustomer {
  /** Ours. */
  readonly customerId: string;
  readonly idempotencyKey: string;
}

/** Calls to Stripe about customers. */
export function customerCalls(ask: Ask) {
  return {
    /** Creates a customer that holds our id and nothing that says who it is. @returns Stripe's id. */
    async createCustomer(
      { customerId, idempotencyKey }: NewStripeCustomer,
      options?: CallOptions,
    ): Promise<string> {
      return ask(async (stripe) => {
        const { id } = await stripe.customers.create(
          { metadata: metadataOf({ customerId }) },
          { idempotencyKey, ...options },
        );
        return id;
      });
    },

    /** Deletes a customer and detaches their cards; one who is gone already is no error. */
    async deleteCustomer(id: string, options?: CallOptions): Promise<void> {
      try {
        await ask((stripe) => stripe.customers.del(id, {}, options));
      } catch (error) {
        if (!(error instanceof StripeMissing)) throw error;
      }
    },
  };
}
