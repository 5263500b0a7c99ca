import type { PaymentsController } from '../controllers/payments.controller.ts';
import { defineRoute, type Route } from '../utils/route.ts';
import { orderHeadersSchema, orderParamsSchema } from '../validators/orders.validator.ts';
import { paymentSchema } from '../validators/payments.validator.ts';

export function paymentRoutes(controller: PaymentsController): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/orders/:orderId/payment',
      operationId: 'payOrder',
      summary: 'Get a client secret for an unpaid order',
      description:
        'After a reload, a declined card, or a checkout while Stripe could not be reached. The payment in play is handed out again; one that is dead at Stripe is replaced.',
      tag: 'Payments',
      permission: 'public',
      cache: 'private',
      idempotency: 'saga',
      request: { params: orderParamsSchema, headers: orderHeadersSchema },
      responses: { 200: { description: 'The payment.', schema: paymentSchema } },
      errors: ['not_found', 'payment_failed', 'state_conflict', 'service_unavailable'],
      handler: (input, ctx) => controller.payAgain(input, ctx),
    }),
  ];
}
