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
      'Refunds an amount, or lines with quantities and shipping. The refund is recorded at once, and jobs pay it back through the payments of the order, cards first. For a manual payment it records what staff have paid back. Lines are refunded at what was charged for them, or at what is left of the order when that is less because an amount was refunded before; their goods are restocked also when nothing is left. More units or a larger amount than are left is a 409, whose `left` says what can be refunded: `total` overall, and at most that much of `shipping` and of each of the `lines`. When everything that was paid for an order has been refunded, amounts that gift cards and store credit still hold for it (after a partial capture) are released. Where the refunds of the order come to more than `REFUND_STEP_UP_AMOUNT`, staff must have given a fresh second factor (403 `factor_required`).',
    permission: 'orders:refund',
    idempotency: 'required',
    request: {
      params: orderParamsSchema,
      body: refundBodySchema,
    },
    responses: { 201: { description: 'The pending refund.', schema: refundSchema } },
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
      'A refund has succeeded when all of its transfers have; a card takes seconds, some banks take days.',
    permission: 'orders:read',
    request: { params: refundParamsSchema },
    responses: { 200: { description: 'The refund.', schema: refundSchema } },
    errors: ['not_found'],
  },
  retryRefund: {
    ...shared,
    method: 'post',
    path: '/admin/refunds/:refundId/retry',
    summary: 'Retry a failed refund',
    description:
      'Retries failed transfers; a transfer that must be paid back manually is recorded as done. For a canceled or expired order, what is left is refunded: when that is less, by another refund, which is then returned. A refund that has succeeded, or that waits for an open dispute, is a 409.',
    permission: 'orders:refund',
    idempotency: 'required',
    request: { params: refundParamsSchema },
    responses: { 200: { description: 'The refund, in progress again.', schema: refundSchema } },
    errors: ['not_found', 'state_conflict', 'refund_exceeds_payment'],
  },
});
