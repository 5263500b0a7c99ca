import { answerOf, unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions, type PostOptions } from '../callOptions.ts';
import type { components, operations } from '../generated/schema.ts';

type Schemas = components['schemas'];
type BodyOf<Operation extends 'createCart' | 'updateCart' | 'addCartItem' | 'checkoutCart'> =
  NonNullable<operations[Operation]['requestBody']>['content']['application/json'];

/** A snapshot of a cart. It is plain data and can be stored. */
export type Cart = Schemas['Cart'] & {
  /** The entity tag of this state; calls that take the cart send it as `If-Match`. */
  etag: string | undefined;
};

/**
 * A cart or its id. With the cart, a write is refused (412 `precondition_failed`) if the cart has
 * changed since, for instance in another tab; with the id, the write is unconditional.
 */
export type CartRef = string | { id: string; etag?: string | undefined };

export type ShippingOption = Schemas['ShippingOption'];
export type PaymentOption = Schemas['PaymentOption'];
export type CheckoutResult = Schemas['CheckoutResult'];

/** Carts, until they become orders. Every write answers with the whole cart. */
export function createCarts(api: Api) {
  return {
    async create(input: BodyOf<'createCart'> = {}, options: PostOptions = {}): Promise<Cart> {
      return toCart(api.POST('/api/v1/carts', { body: input, ...initOf(options) }));
    },

    async get(cart: CartRef, options: CallOptions = {}): Promise<Cart> {
      const { params } = target(cart);
      return toCart(api.GET('/api/v1/carts/{cartId}', { params, ...initOf(options) }));
    },

    /** Changes several things at once: e-mail, addresses, shipping option, items, promotion codes. */
    async update(
      cart: CartRef,
      changes: BodyOf<'updateCart'>,
      options: CallOptions = {},
    ): Promise<Cart> {
      const { params, condition } = target(cart);
      const init = { params, body: changes, ...initOf(options, condition) };
      return toCart(api.PATCH('/api/v1/carts/{cartId}', init));
    },

    /** Adds to the variant's line, or creates one. */
    async addItem(
      cart: CartRef,
      item: BodyOf<'addCartItem'>,
      options: PostOptions = {},
    ): Promise<Cart> {
      const { params, condition } = target(cart);
      const init = { params, body: item, ...initOf(options, condition) };
      return toCart(api.POST('/api/v1/carts/{cartId}/items', init));
    },

    /** Sets the quantity of an item; 0 removes it. */
    async setQuantity(
      cart: CartRef,
      itemId: string,
      quantity: number,
      options: CallOptions = {},
    ): Promise<Cart> {
      const { params, condition } = target(cart);
      const path = { ...params.path, itemId };
      const init = { params: { path }, body: { quantity }, ...initOf(options, condition) };
      return toCart(api.PATCH('/api/v1/carts/{cartId}/items/{itemId}', init));
    },

    async removeItem(cart: CartRef, itemId: string, options: CallOptions = {}): Promise<Cart> {
      const { params, condition } = target(cart);
      const path = { ...params.path, itemId };
      const init = { params: { path }, ...initOf(options, condition) };
      return toCart(api.DELETE('/api/v1/carts/{cartId}/items/{itemId}', init));
    },

    /** The shipping options for this cart's address, with prices. */
    async shippingOptions(cart: CartRef, options: CallOptions = {}): Promise<ShippingOption[]> {
      const init = { params: target(cart).params, ...initOf(options) };
      return (await unwrap(api.GET('/api/v1/carts/{cartId}/shipping-options', init))).data;
    },

    /**
     * How this cart can be paid, before there is an order.
     * @param credit what gift cards and store credit are to pay, in minor units.
     */
    async paymentOptions(
      cart: CartRef,
      { credit, ...options }: CallOptions & { credit?: number } = {},
    ): Promise<PaymentOption[]> {
      const query = credit === undefined ? {} : { credit };
      const params = { ...target(cart).params, query };
      const init = { params, ...initOf(options) };
      return (await unwrap(api.GET('/api/v1/carts/{cartId}/payment-options', init))).data;
    },

    /** Turns the cart into an order. Keep a guest's `orderToken`: it gives access to the order. */
    async checkout(
      cart: CartRef,
      input: BodyOf<'checkoutCart'>,
      options: PostOptions = {},
    ): Promise<CheckoutResult> {
      const { params, condition } = target(cart);
      const init = { params, body: input, ...initOf(options, condition) };
      return (await unwrap(api.POST('/api/v1/carts/{cartId}/checkout', init))).data;
    },
  };
}

function target(cart: CartRef) {
  const { id, etag }: { id: string; etag?: string | undefined } =
    typeof cart === 'string' ? { id: cart } : cart;
  return { params: { path: { cartId: id } }, condition: { 'If-Match': etag } };
}

/** The cart of an answer, with its entity tag. */
export async function toCart(call: Parameters<typeof answerOf<{ data: Schemas['Cart'] }>>[0]) {
  const { body, response } = await answerOf(call);
  return { ...body.data, etag: response.headers.get('ETag') ?? undefined };
}
