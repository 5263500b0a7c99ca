import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { orderParamsSchema } from '../validators/orders.validator.ts';
import {
  refundBodySchema,
  refundParamsSchema,
  refundSchema,
} from '../validators/refunds.validator.ts';

const shared = { tag: 'Refunds', cache: 'private' } as const;

export const refundRoutes = defineRoutes({
  createRefund: {
    ...shared,
    method: 'post',
    path: '/admin/orders/:orderId/refunds',
    summary: 'Refund an order, in whole or in part',
    description:
      'An amount, or lines with quantities and shipping. It is written down at once and paid back by jobs: over the payments of the order, cards first. For a payment outside of the shop it records what has gone back by hand. Lines come to what was charged for them, or to what is left of the order where that is less, since an amount went back before; their goods are restocked also when nothing is left. More units, or a larger amount, than is left is a 409 whose `left` says what is: `total` in all, and of `shipping` and of each of the `lines` at most so much of it. When all that came for an order has gone back, what gift cards and store credit still hold for it (a part of a held payment was captured) is let go as well.',
    permission: 'orders:refund',
    idempotency: 'required',
    request: {
      params: orderParamsSchema,
      body: refundBodySchema,
    },
    responses: { 201: { description: 'The refund, under way.', schema: refundSchema } },
    errors: ['not_found', 'state_conflict', 'refund_exceeds_payment', 'refund_not_possible'],
  },
  listRefunds: {
    ...shared,
    method: 'get',
    path: '/admin/orders/:orderId/refunds',
    summary: "List an order's refunds",
    description: 'Oldest first.',
    permission: 'orders:read',
    request: { params: orderParamsSchema },
    responses: { 200: { description: 'The refunds.', schema: z.array(refundSchema) } },
    errors: ['not_found'],
  },
  getRefund: {
    ...shared,
    method: 'get',
    path: '/admin/refunds/:refundId',
    summary: 'Get a refund with its transfers',
    description:
      'A refund is done when each of its transfers is; a card takes seconds, some banks take days.',
    permission: 'orders:read',
    request: { params: refundParamsSchema },
    responses: { 200: { description: 'The refund.', schema: refundSchema } },
    errors: ['not_found'],
  },
  retryRefund: {
    ...shared,
    method: 'post',
    path: '/admin/refunds/:refundId/retry',
    summary: 'Try a refund again that has failed',
    description:
      'Transfers that have failed are asked for anew; one that is to be paid back by hand is recorded as done. Of an order that is canceled or expired, as much goes back as is left: by another refund, which is then answered, where that is less. A refund that has succeeded, or that waits for an open dispute, is a 409.',
    permission: 'orders:refund',
    idempotency: 'required',
    request: { params: refundParamsSchema },
    responses: { 200: { description: 'The refund, under way again.', schema: refundSchema } },
    errors: ['not_found', 'state_conflict', 'refund_exceeds_payment'],
  },
});
