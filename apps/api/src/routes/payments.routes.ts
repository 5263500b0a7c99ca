import { defineRoutes } from '../kernel/route.ts';
import {
  orderHeadersSchema,
  orderParamsSchema,
  orderSchema,
} from '../validators/orders.validator.ts';
import { markPaidBodySchema, paymentSchema } from '../validators/payments.validator.ts';

export const paymentRoutes = defineRoutes({
  payOrder: {
    method: 'post',
    path: '/orders/:orderId/payment',
    summary: 'Get a client secret for an unpaid order',
    description:
      'After a reload, a declined card, or a checkout while Stripe could not be reached. The payment in play is handed out again; one that is dead at Stripe is replaced. So is one whose authorization was lost before staff captured it, although the order is confirmed by then.',
    tag: 'Payments',
    permission: 'public',
    cache: 'private',
    idempotency: 'saga',
    request: { params: orderParamsSchema, headers: orderHeadersSchema },
    responses: { 200: { description: 'The payment.', schema: paymentSchema } },
    errors: ['not_found', 'payment_failed', 'state_conflict', 'service_unavailable'],
  },
  captureOrder: {
    method: 'post',
    path: '/admin/orders/:orderId/capture',
    summary: 'Take the money that is held for an order',
    description:
      'With manual capture (`STRIPE_CAPTURE_METHOD`) an order is confirmed when its payment is authorized, and paid when it is captured here: the whole of it, within the week for which banks hold it. Canceling the order lets the money go instead. When the bank lets go of it first, the order stays, unpaid, and its customer can pay it anew (`payOrder`); staff get a mail.',
    tag: 'Order administration',
    permission: 'orders:capture',
    cache: 'private',
    idempotency: 'saga',
    request: { params: orderParamsSchema },
    responses: { 200: { description: 'The order is paid.', schema: orderSchema } },
    errors: ['not_found', 'payment_failed', 'state_conflict', 'service_unavailable'],
  },
  markOrderPaid: {
    method: 'post',
    path: '/admin/orders/:orderId/mark-paid',
    summary: 'Take note that an order was paid outside of the shop',
    description:
      'For manual payment: bank transfer, cash on delivery. The whole amount counts as paid.',
    tag: 'Order administration',
    permission: 'orders:capture',
    cache: 'private',
    idempotency: 'required',
    request: {
      params: orderParamsSchema,
      body: markPaidBodySchema,
    },
    responses: { 200: { description: 'The order is paid.', schema: orderSchema } },
    errors: ['not_found', 'state_conflict'],
  },
});
