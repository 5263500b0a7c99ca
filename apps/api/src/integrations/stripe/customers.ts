import type { Ask } from './breaker.ts';
import type { CallOptions } from './callOptions.ts';
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
  };
}
