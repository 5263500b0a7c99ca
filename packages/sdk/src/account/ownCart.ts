import { unwrap, type Api } from '../api.ts';
import { toCart, type Cart } from '../areas/carts.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components } from '../generated/schema.ts';
import { isProblem } from '../problem.ts';

export type CartMerge = components['schemas']['CartMerge'];

/** The cart of the customer who is signed in. Its writes are those of `carts`. */
export function createOwnCart(api: Api) {
  return {
    /** The open cart that was written to last, if there is one. @param currency only one in it */
    async get({ currency, ...options }: CallOptions & { currency?: string } = {}): Promise<
      Cart | undefined
    > {
      const query = currency === undefined ? {} : { currency };
      try {
        return await toCart(api.GET('/api/v1/me/cart', { params: { query }, ...initOf(options) }));
      } catch (error) {
        if (isProblem(error, 'not_found')) return undefined;
        throw error;
      }
    },

    /** Takes a guest's cart over. Repeating it changes nothing. @throws {CartwrightProblem} not_found */
    async merge(cartId: string, options: PostOptions = {}): Promise<CartMerge> {
      const call = api.POST('/api/v1/me/cart/merge', { body: { cartId }, ...initOf(options) });
      return (await unwrap(call)).data;
    },
  };
}
