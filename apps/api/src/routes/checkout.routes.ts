import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import {
  checkoutBodySchema,
  checkoutHeadersSchema,
  checkoutParamsSchema,
  checkoutResultSchema,
  paymentOptionSchema,
  paymentOptionsQuerySchema,
} from '../validators/checkout.validator.ts';

/** @param providers the names of the ways to pay that the shop knows; it may not offer all of them. */
export const checkoutRoutes = (providers: readonly string[]) =>
  defineRoutes({
    listPaymentOptions: {
      method: 'get',
      path: '/carts/:cartId/payment-options',
      summary: "List a cart's payment options",
      description:
        'How the cart can be paid, with what a payment form needs before there is an order. Empty when nothing is left to pay; a provider that cannot take the amount is left out. `manual` has no form.',
      tag: 'Checkout',
      permission: 'public',
      cache: 'private',
      request: { params: checkoutParamsSchema, query: paymentOptionsQuerySchema },
      responses: {
        200: { description: 'The options.', schema: z.array(paymentOptionSchema) },
      },
      errors: ['not_found', 'cart_completed', 'cart_limit_exceeded'],
    },
    checkoutCart: {
      method: 'post',
      path: '/carts/:cartId/checkout',
      summary: 'Check out a cart',
      description:
        'Turns the cart into an order: reserves the stock, places the order, then starts its payment. When the provider cannot be reached, the order is placed nevertheless, with a `pending` payment that has no `clientSecret` yet. An order that is not paid in time expires and releases its stock. Amounts of gift cards and store credit are held now; they are captured when the rest is paid, and released with the stock. `payment` is the payment that is still open, `order.payments` lists all of them. An order that credit pays in full is confirmed at once. With `If-Match`, the checkout is refused (412) if the cart has been written to since; the answer `price_changed` counts as such a write and carries the new tag. The number of unpaid orders per client address and e-mail address is limited (429, `too_many_unpaid_orders`). A cart for a company above the order limit of the member needs approval (409): an approver of the company finds it in `GET /me/approvals` and checks out the same cart; one that has changed since its approval was asked for is refused (409, `state_conflict`) without `If-Match`. Each of the `giftCards` counts towards the rate limit of balance requests (429).',
      tag: 'Checkout',
      permission: 'public',
      cache: 'private',
      idempotency: 'saga',
      // An order's token grants access to the order; the shop stores only its hash.
      secretReply: true,
      limit: ['checkout', { class: 'codes', per: 'giftCards' }],
      request: {
        params: checkoutParamsSchema,
        headers: checkoutHeadersSchema,
        body: checkoutBodySchema(providers),
      },
      responses: { 201: { description: 'The order is placed.', schema: checkoutResultSchema } },
      errors: [
        'not_found',
        'cart_completed',
        'precondition_failed',
        'payment_provider_unavailable',
        'cart_incomplete',
        'email_not_verified',
        'price_changed',
        'out_of_stock',
        'cart_limit_exceeded',
        'quantity_not_allowed',
        'approval_required',
        'state_conflict',
        'credit_unavailable',
        'amount_too_small',
        'amount_too_large',
      ],
    },
  });
