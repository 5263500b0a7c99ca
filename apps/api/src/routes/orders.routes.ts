import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { reasonBodySchema } from '../validators/admin.validator.ts';
import {
  claimOrderBodySchema,
  historyEntrySchema,
  orderHeadersSchema,
  orderParamsSchema,
  orderSchema,
  orderSummarySchema,
  ownOrdersQuerySchema,
  staffOrderSchema,
} from '../validators/orders.validator.ts';
import { ifNoneMatchSchema, pageMetaSchema } from '../validators/shared.validator.ts';

const request = { params: orderParamsSchema, headers: orderHeadersSchema };

const own = { tag: 'My account', cache: 'private' } as const;

const forStaff = { tag: 'Order administration', cache: 'private' } as const;

export const orderRoutes = defineRoutes({
  getOrder: {
    method: 'get',
    path: '/orders/:orderId',
    summary: 'Get an order',
    description: 'For its customer, or for a guest with the header X-Order-Token.',
    tag: 'Orders',
    permission: 'public',
    cache: 'private',
    links: { order: { title: 'An order' } },
    request: { ...request, headers: orderHeadersSchema.extend(ifNoneMatchSchema.shape) },
    responses: {
      200: { description: 'The order.', schema: orderSchema, tagged: true },
      304: { description: 'The order still matches `If-None-Match`.' },
    },
    errors: ['not_found'],
  },
  getOrderHistory: {
    method: 'get',
    path: '/orders/:orderId/history',
    summary: "Get an order's history",
    description: 'Every change of its three statuses, oldest first.',
    tag: 'Orders',
    permission: 'public',
    cache: 'private',
    request,
    responses: { 200: { description: 'The history.', schema: z.array(historyEntrySchema) } },
    errors: ['not_found'],
  },
  cancelOrder: {
    method: 'post',
    path: '/orders/:orderId/cancel',
    summary: 'Cancel an order',
    description:
      'For orders of which nothing has been sent: by the customer, or by a guest with the header X-Order-Token. The payment is canceled at its provider first, so that no money can arrive afterwards; then the stock is released. What was already paid is refunded in full.',
    tag: 'Orders',
    permission: 'public',
    cache: 'private',
    idempotency: 'saga',
    request,
    responses: {
      200: { description: 'The order is canceled.', schema: orderSchema, tagged: true },
    },
    errors: ['not_found', 'state_conflict', 'service_unavailable'],
  },
  listOwnOrders: {
    ...own,
    method: 'get',
    path: '/me/orders',
    summary: 'List my orders',
    description:
      'Newest first. Orders that were placed as a guest are among them once their address is proved, or once they are claimed. Get one by `GET /orders/{id}`: a session needs no order token.',
    permission: 'orders:read:own',
    request: { query: ownOrdersQuerySchema },
    responses: {
      200: {
        description: 'A page of orders.',
        schema: z.array(orderSummarySchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  claimOrder: {
    ...own,
    method: 'post',
    path: '/me/orders/claim',
    summary: 'Add an order that I placed as a guest',
    description:
      'The token of an order proves that it is yours. Claiming it again changes nothing. A wrong number, a wrong token and an order of another customer are the same 404. Attempts are limited (429).',
    permission: 'orders:claim:own',
    limit: { class: 'codes', per: 'token' },
    request: { body: claimOrderBodySchema },
    responses: { 200: { description: 'The order.', schema: orderSchema, tagged: true } },
    errors: ['not_found'],
  },
  getOrderAsStaff: {
    ...forStaff,
    method: 'get',
    path: '/admin/orders/:orderId',
    summary: "Get an order with its payments' figures and refunds",
    description:
      "What the customer sees, and for each payment what was authorized, captured, refunded and disputed, with the provider's ids.",
    permission: 'orders:read',
    request: { params: orderParamsSchema },
    responses: { 200: { description: 'The order.', schema: staffOrderSchema } },
    errors: ['not_found'],
  },
  cancelOrderAsStaff: {
    ...forStaff,
    method: 'post',
    path: '/admin/orders/:orderId/cancel',
    summary: 'Cancel an order as staff',
    description: "Same as the customer's cancellation, with a reason for the order's history.",
    permission: 'orders:cancel',
    idempotency: 'saga',
    request: { params: orderParamsSchema, body: reasonBodySchema },
    responses: { 200: { description: 'The order is canceled.', schema: staffOrderSchema } },
    errors: ['not_found', 'state_conflict', 'service_unavailable'],
  },
});
