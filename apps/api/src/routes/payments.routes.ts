import { defineRoutes } from '../kernel/route.ts';
import {
  orderHeadersSchema,
  orderParamsSchema,
  staffOrderSchema,
} from '../validators/orders.validator.ts';
import { markPaidBodySchema, paymentSchema } from '../validators/payments.validator.ts';

export const paymentRoutes = defineRoutes({
  payOrder: {
    method: 'post',
    path: '/orders/:orderId/payment',
    summary: 'Get a client secret for an unpaid order',
    description:
      'Use it after a reload, a declined card, or a checkout during which the payment provider could not be reached. Returns the open payment; replaces a payment that the provider has canceled, and one whose authorization ended before staff captured it, although its order is already confirmed.',
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
    summary: "Capture an order's authorized payment",
    description:
      'With manual capture (`STRIPE_CAPTURE_METHOD`) an order is confirmed when its payment is authorized, and paid when it is captured here: in full, within the week for which banks hold the amount. Canceling the order voids the authorization instead. When the authorization ends before that, the order stays confirmed and unpaid: the customer can pay again (`payOrder`), and staff get a mail.',
    tag: 'Order administration',
    permission: 'orders:capture',
    cache: 'private',
    idempotency: 'saga',
    request: { params: orderParamsSchema },
    responses: { 200: { description: 'The order is paid.', schema: staffOrderSchema } },
    errors: ['not_found', 'payment_failed', 'state_conflict', 'service_unavailable'],
  },
  markOrderPaid: {
    method: 'post',
    path: '/admin/orders/:orderId/mark-paid',
    summary: 'Record a manual payment',
    description:
      'For bank transfer and cash on delivery: records that the full amount has been received.',
    tag: 'Order administration',
    permission: 'orders:capture',
    cache: 'private',
    idempotency: 'required',
    request: {
      params: orderParamsSchema,
      body: markPaidBodySchema,
    },
    responses: { 200: { description: 'The order is paid.', schema: staffOrderSchema } },
    errors: ['not_found', 'state_conflict'],
  },
});
