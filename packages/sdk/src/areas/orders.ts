import { unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components } from '../generated/schema.ts';

type Schemas = components['schemas'];

export type Order = Schemas['Order'];
export type OrderHistoryEntry = Schemas['OrderHistoryEntry'];
/** What a browser needs to pay. */
export type Payment = Schemas['Payment'];

/** A guest's order token, from the checkout; a signed-in customer needs none. */
export interface GuestOptions {
  orderToken?: string | undefined;
}

/** Orders, once they are placed. */
export function createOrders(api: Api) {
  const init = (orderId: string, { orderToken, ...options }: PostOptions & GuestOptions) => ({
    params: { path: { orderId } },
    ...initOf(options, { 'X-Order-Token': orderToken }),
  });

  return {
    async get(orderId: string, options: CallOptions & GuestOptions = {}): Promise<Order> {
      const call = api.GET('/api/v1/orders/{orderId}', init(orderId, options));
      return (await unwrap(call)).data;
    },

    /** Its history, oldest first. */
    async history(
      orderId: string,
      options: CallOptions & GuestOptions = {},
    ): Promise<OrderHistoryEntry[]> {
      const call = api.GET('/api/v1/orders/{orderId}/history', init(orderId, options));
      return (await unwrap(call)).data;
    },

    /** Cancels it, and refunds what was paid. */
    async cancel(orderId: string, options: PostOptions & GuestOptions = {}): Promise<Order> {
      const call = api.POST('/api/v1/orders/{orderId}/cancel', init(orderId, options));
      return (await unwrap(call)).data;
    },

    /** A new client secret for an unpaid order. */
    async pay(orderId: string, options: PostOptions & GuestOptions = {}): Promise<Payment> {
      const call = api.POST('/api/v1/orders/{orderId}/payment', init(orderId, options));
      return (await unwrap(call)).data;
    },
  };
}
