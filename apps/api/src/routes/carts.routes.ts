import { z } from 'zod';
import type { ErrorCode } from '../kernel/errors.ts';
import { defineRoutes } from '../kernel/route.ts';
import {
  cartItemParamsSchema,
  cartParamsSchema,
  cartSchema,
  createCartSchema,
  itemInputSchema,
  shippingOptionSchema,
  updateCartItemSchema,
  updateCartSchema,
} from '../validators/carts.validator.ts';
import { ifMatchSchema, ifNoneMatchSchema } from '../validators/shared.validator.ts';

const common = { tag: 'Carts', permission: 'public', cache: 'private' } as const;

const theCart = { description: 'The whole cart.', schema: cartSchema, tagged: true } as const;

const conditional =
  'With `If-Match`, nothing is written (412) if the cart was written to since; the entity tag is `"<version>.<hash>"`, and a write compares the version alone, so that a price that changed in the catalogue does not refuse it.';

const refusedItems: readonly ErrorCode[] = [
  'variant_unavailable',
  'currency_unavailable',
  'out_of_stock',
  'cart_limit_exceeded',
];
const refusedWrite: readonly ErrorCode[] = ['not_found', 'cart_completed', 'precondition_failed'];

/** The routes of carts, but for their checkout. */
export const cartRoutes = defineRoutes({
  createCart: {
    ...common,
    method: 'post',
    path: '/carts',
    summary: 'Open a cart',
    description:
      "Opens a cart, empty or with items. A guest's cart belongs to whoever knows its id, so keep the id secret.",
    request: {
      body: createCartSchema,
    },
    responses: { 201: theCart },
    errors: refusedItems,
  },
  getCart: {
    ...common,
    method: 'get',
    path: '/carts/:cartId',
    summary: 'Get a cart',
    description:
      'Prices, stock, shipping and tax are those of this moment; of a completed cart, prices, shipping and tax are those of its order. Tax that is added on top is shown once there is an address; tax that prices contain is shown from the start.',
    request: { params: cartParamsSchema, headers: ifNoneMatchSchema },
    responses: {
      200: theCart,
      304: { description: 'The cart is still what `If-None-Match` names.' },
    },
    errors: ['not_found', 'cart_limit_exceeded'],
  },
  updateCart: {
    ...common,
    method: 'patch',
    path: '/carts/:cartId',
    summary: 'Change a cart',
    description: `Changes any part of a cart at once, or nothing of it; null clears. A shipping option that no longer applies to the cart as it will be (another country, too heavy, nothing to send) is dropped, unless this request names it: then it is a 422. ${conditional}`,
    request: {
      params: cartParamsSchema,
      headers: ifMatchSchema,
      body: updateCartSchema,
    },
    responses: { 200: theCart },
    errors: [...refusedWrite, ...refusedItems, 'promotion_unavailable', 'shipping_unavailable'],
  },
  listShippingOptions: {
    ...common,
    method: 'get',
    path: '/carts/:cartId/shipping-options',
    summary: 'List the ways to send a cart',
    description:
      "The options for the cart's shipping address, weight and currency, with their prices. Empty when nothing in the cart is to be sent.",
    request: { params: cartParamsSchema },
    responses: {
      200: { description: 'The options.', schema: z.array(shippingOptionSchema) },
    },
    errors: ['not_found', 'cart_incomplete'],
  },
  addCartItem: {
    ...common,
    method: 'post',
    path: '/carts/:cartId/items',
    summary: 'Put something into a cart',
    description: `Adds to the variant's line, or makes one. ${conditional}`,
    request: {
      params: cartParamsSchema,
      headers: ifMatchSchema,
      body: itemInputSchema,
    },
    responses: { 201: theCart },
    errors: [...refusedWrite, ...refusedItems],
  },
  updateCartItem: {
    ...common,
    method: 'patch',
    path: '/carts/:cartId/items/:itemId',
    summary: "Change a line's quantity",
    description: `0 removes the line. ${conditional}`,
    request: {
      params: cartItemParamsSchema,
      headers: ifMatchSchema,
      body: updateCartItemSchema,
    },
    responses: { 200: theCart },
    errors: [...refusedWrite, ...refusedItems],
  },
  removeCartItem: {
    ...common,
    method: 'delete',
    path: '/carts/:cartId/items/:itemId',
    summary: 'Take a line out of a cart',
    description: conditional,
    request: { params: cartItemParamsSchema, headers: ifMatchSchema },
    responses: { 200: theCart },
    errors: [...refusedWrite, 'cart_limit_exceeded'],
  },
});
