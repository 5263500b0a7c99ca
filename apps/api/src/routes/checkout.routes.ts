import { defineRoutes } from '../kernel/route.ts';
import {
  checkoutBodySchema,
  checkoutHeadersSchema,
  checkoutParamsSchema,
  checkoutResultSchema,
} from '../validators/checkout.validator.ts';

export const checkoutRoutes = defineRoutes({
  checkoutCart: {
    method: 'post',
    path: '/carts/:cartId/checkout',
    summary: 'Make the cart an order',
    description:
      'Reserves the stock and places the order, then begins its payment. While Stripe cannot be reached the order stands all the same, with a payment that is `pending` and has no `clientSecret` yet. An order that is not paid in time gives its stock back. What gift cards and store credit pay is held from now on and taken when the rest is paid, or given back with the stock; `payment` is what is left to pay, `order.payments` is all of it. An order that they pay in full is confirmed at once. With `If-Match`, nothing is bought (412) if the cart was written to since; the answer `price_changed` counts as such a write, and brings the new tag. A client address and an e-mail address may have so many unpaid orders at a time (429, `too_many_unpaid_orders`). Each of its `giftCards` counts within the limit of asking for their balance (429).',
    tag: 'Checkout',
    permission: 'public',
    cache: 'private',
    idempotency: 'saga',
    // An order's token opens it to whoever has it; the order keeps a hash.
    secretReply: true,
    bruteForceField: 'giftCards',
    request: {
      params: checkoutParamsSchema,
      headers: checkoutHeadersSchema,
      body: checkoutBodySchema,
    },
    responses: { 201: { description: 'The order is placed.', schema: checkoutResultSchema } },
    errors: [
      'not_found',
      'cart_completed',
      'precondition_failed',
      'payment_provider_unavailable',
      'cart_incomplete',
      'price_changed',
      'out_of_stock',
      'cart_limit_exceeded',
      'credit_unavailable',
      'amount_too_small',
      'amount_too_large',
    ],
  },
});
