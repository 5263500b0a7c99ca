import { z } from 'zod';
import type { OrdersController } from '../controllers/orders.controller.ts';
import { defineRoute, type Route } from '../utils/route.ts';
import {
  historyEntrySchema,
  orderHeadersSchema,
  orderParamsSchema,
  orderSchema,
} from '../validators/orders.validator.ts';
import { ifNoneMatchSchema } from '../validators/shared.validator.ts';

const request = { params: orderParamsSchema, headers: orderHeadersSchema };

export function orderRoutes(controller: OrdersController): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/orders/:orderId',
      operationId: 'getOrder',
      summary: 'Get an order',
      description: 'For its customer, or a guest with the header X-Order-Token.',
      tag: 'Orders',
      permission: 'public',
      cache: 'private',
      request: { ...request, headers: orderHeadersSchema.extend(ifNoneMatchSchema.shape) },
      responses: {
        200: { description: 'The order.', schema: orderSchema },
        304: { description: 'The order is still what `If-None-Match` names.' },
      },
      errors: ['not_found'],
      handler: (input, ctx) => controller.get(input, ctx),
    }),
    defineRoute({
      method: 'get',
      path: '/orders/:orderId/history',
      operationId: 'getOrderHistory',
      summary: "Get an order's history",
      description: 'Every change of its three states, oldest first.',
      tag: 'Orders',
      permission: 'public',
      cache: 'private',
      request,
      responses: { 200: { description: 'The history.', schema: z.array(historyEntrySchema) } },
      errors: ['not_found'],
      handler: (input, ctx) => controller.history(input, ctx),
    }),
    defineRoute({
      method: 'post',
      path: '/orders/:orderId/cancel',
      operationId: 'cancelOrder',
      summary: 'Cancel an unpaid order',
      description:
        'The payment is canceled at its provider first, so that no money can come any more; then the stock is let go. A paid order is a 409.',
      tag: 'Orders',
      permission: 'public',
      cache: 'private',
      idempotency: 'saga',
      request,
      responses: { 200: { description: 'The order is canceled.', schema: orderSchema } },
      errors: ['not_found', 'state_conflict', 'service_unavailable'],
      handler: (input, ctx) => controller.cancel(input, ctx),
    }),
  ];
}
