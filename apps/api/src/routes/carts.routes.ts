import { z } from 'zod';
import type { ErrorCode } from '../kernel/errors.ts';
import { defineRoutes } from '../kernel/route.ts';
import {
  cartItemParamsSchema,
  cartMergeSchema,
  cartParamsSchema,
  cartSchema,
  createCartSchema,
  itemInputSchema,
  mergeCartSchema,
  ownCartQuerySchema,
  shippingOptionSchema,
  updateCartItemSchema,
  updateCartSchema,
} from '../validators/carts.validator.ts';
import { ifMatchSchema, ifNoneMatchSchema } from '../validators/shared.validator.ts';

const common = { tag: 'Carts', permission: 'public', cache: 'private' } as const;

const theCart = { description: 'The whole cart.', schema: cartSchema, tagged: true } as const;

const conditional =
  'With `If-Match`, the write is refused (412) if the cart has been written to since. The entity tag is `"<version>.<hash>"`; a write compares only the version, so that a changed catalogue price does not refuse it.';

const refusedItems: readonly ErrorCode[] = [
  'variant_unavailable',
  'currency_unavailable',
  'out_of_stock',
  'cart_limit_exceeded',
  'quantity_not_allowed',
];
const refusedWrite: readonly ErrorCode[] = ['not_found', 'cart_completed', 'precondition_failed'];

const own = { tag: 'My account', cache: 'private' } as const;

/** The routes of carts, without their checkout. */
export const cartRoutes = defineRoutes({
  createCart: {
    ...common,
    method: 'post',
    path: '/carts',
    summary: 'Create a cart',
    description:
      "Creates a cart, empty or with items. Anyone who knows the id of a guest's cart can use it, so keep the id secret.",
    links: { carts: { title: 'Open a cart (POST)' } },
    request: {
      body: createCartSchema,
    },
    responses: { 201: theCart },
    errors: refusedItems.filter((code) => code !== 'quantity_not_allowed'),
  },
  getCart: {
    ...common,
    method: 'get',
    path: '/carts/:cartId',
    summary: 'Get a cart',
    description:
      'Prices, stock, shipping and tax are current; for a completed cart, prices, shipping and tax are those of its order. Exclusive tax is shown once there is an address; inclusive tax is shown from the start.',
    links: { cart: { title: 'A cart' } },
    request: { params: cartParamsSchema, headers: ifNoneMatchSchema },
    responses: {
      200: theCart,
      304: { description: 'The cart still matches `If-None-Match`.' },
    },
    errors: ['not_found', 'cart_limit_exceeded'],
  },
  updateCart: {
    ...common,
    method: 'patch',
    path: '/carts/:cartId',
    summary: 'Update a cart',
    description: `Changes any part of a cart in one write, completely or not at all; null clears a member. A shipping option that no longer applies after the change (another country, too heavy, nothing to ship) is removed, unless this request names it: then the answer is 422. ${conditional}`,
    request: {
      params: cartParamsSchema,
      headers: ifMatchSchema,
      body: updateCartSchema,
    },
    responses: { 200: theCart },
    errors: [
      ...refusedWrite,
      ...refusedItems,
      'promotion_unavailable',
      'shipping_unavailable',
      'state_conflict',
    ],
  },
  listShippingOptions: {
    ...common,
    method: 'get',
    path: '/carts/:cartId/shipping-options',
    summary: "List a cart's shipping options",
    description:
      "The options for the cart's shipping address, weight and currency, with their prices. Empty when the cart holds nothing to ship.",
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
    summary: 'Add an item to a cart',
    description: `Adds to the variant's line, or creates it. ${conditional}`,
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
    summary: 'Change the quantity of a line',
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
    summary: 'Remove a line from a cart',
    description: conditional,
    request: { params: cartItemParamsSchema, headers: ifMatchSchema },
    responses: { 200: theCart },
    errors: [...refusedWrite, 'cart_limit_exceeded'],
  },
  getOwnCart: {
    ...own,
    method: 'get',
    path: '/me/cart',
    summary: 'Get my open cart',
    description:
      'The open cart that was written to last; with `currency`, the last one in that currency. 404 where there is none. Carts that are opened with a session belong to its customer.',
    permission: 'carts:read:own',
    request: { query: ownCartQuerySchema, headers: ifNoneMatchSchema },
    responses: {
      200: theCart,
      304: { description: 'The cart still matches `If-None-Match`.' },
    },
    errors: ['not_found', 'cart_limit_exceeded'],
  },
  mergeCart: {
    ...own,
    method: 'post',
    path: '/me/cart/merge',
    summary: "Take over a guest's cart",
    description:
      "For the cart of a guest who has signed in; `cartId` of a sign-in does the same. With no open cart in its currency, the customer gets the guest's cart as it is. Otherwise its lines are added to the customer's cart, whose own e-mail address and addresses stay; quantities of one variant add up, as far as stock and limits allow, and no line disappears. Carts in different currencies, and carts that together exceed the limits of one, are kept apart: the guest's cart becomes the customer's beside the other, and is the one that `GET /me/cart` shows. Repeating a merge changes nothing.",
    permission: 'carts:write:own',
    request: { body: mergeCartSchema },
    responses: { 200: { description: 'The cart, and what was done.', schema: cartMergeSchema } },
    errors: ['not_found', 'cart_completed', 'cart_limit_exceeded'],
  },
});
