import { statement } from '../../db/statement.ts';
import type {
  FulfillmentStatus,
  OrderPaymentStatus,
  OrderStatus,
} from '../../domains/orders.enums.ts';
import { actorName, type Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { moveWorkflowSql } from '../workflows/sql.ts';
import { checkoutPosition } from './checkoutPosition.ts';
import {
  fulfillmentTransitions,
  orderTransitions,
  paymentTransitions,
  sourcesOf,
} from './states.ts';

/** The target statuses, on one axis or several at once: all of them, or none. */
interface Transition {
  readonly order?: OrderStatus;
  readonly payment?: OrderPaymentStatus;
  readonly fulfillment?: FulfillmentStatus;
  /** For the history, in words. */
  readonly reason: string;
}

/** Each axis with the states from which it may be reached; null and none where it stays. */
interface MoveParameters {
  orderId: string;
  order: OrderStatus | null;
  orderSources: readonly string[];
  payment: OrderPaymentStatus | null;
  paymentSources: readonly string[];
  fulfillment: FulfillmentStatus | null;
  fulfillmentSources: readonly string[];
  reason: string;
  actor: string;
  requestId: string;
  orderHistoryId: string;
  paymentHistoryId: string;
  fulfillmentHistoryId: string;
}

/**
 * Moves the order and writes its history, if every axis is in a state from which the tables allow
 * it. An axis whose target is null stays. An order that is no longer pending has
 * nothing left to expire.
 */
const moveOrder = statement('orders.transition')<MoveParameters, { id: string }>(
  `WITH before AS MATERIALIZED (
     SELECT id, status::text, payment_status::text, fulfillment_status::text
     FROM orders WHERE id = :orderId
     FOR UPDATE
   ), moved AS (
     UPDATE orders o SET
       status = coalesce(:order::order_status, o.status),
       payment_status = coalesce(:payment::order_payment_status, o.payment_status),
       fulfillment_status = coalesce(:fulfillment::fulfillment_status, o.fulfillment_status),
       expires_at = CASE WHEN coalesce(:order::order_status, o.status) = 'pending' THEN o.expires_at END,
       look_at = CASE WHEN coalesce(:order::order_status, o.status) = 'pending' THEN o.look_at END,
       updated_at = now()
     FROM before b
     WHERE o.id = b.id
       AND (:order::text IS NULL OR b.status = ANY (:orderSources::text[]))
       AND (:payment::text IS NULL OR b.payment_status = ANY (:paymentSources::text[]))
       AND (:fulfillment::text IS NULL OR b.fulfillment_status = ANY (:fulfillmentSources::text[]))
     -- By the clock, not the transaction, which may have begun long before it got the order's lock.
     RETURNING o.*, clock_timestamp() AS moved_at
   ), followed AS (
     ${moveWorkflowSql('checkout', {
       subjectId: 'o.id',
       set: {
         step: 'at.step',
         state: 'at.state::workflow_state',
         deadline_at: 'at.deadline',
         attempts: '0',
         last_error: 'NULL',
       },
       from: `FROM moved o CROSS JOIN LATERAL (${checkoutPosition}) AS at`,
       // Staff who are asked about an accepted order's money are asked until it is settled.
       where: `w.state <> 'abandoned'
         AND (w.step, w.state::text) IS DISTINCT FROM (at.step, at.state)
         AND NOT (w.state = 'needs_person' AND o.status IN ('confirmed', 'completed')
           AND o.payment_status IN ('unpaid', 'failed', 'partially_paid', 'partially_refunded'))`,
     })}
   ), recorded AS (
     INSERT INTO order_history
       (id, order_id, axis, from_state, to_state, reason, actor, request_id, created_at)
     SELECT step.id, b.id, step.axis, step.from_state, step.to_state, :reason, :actor, :requestId, m.moved_at
     FROM before b
     JOIN moved m ON m.id = b.id
     CROSS JOIN LATERAL (VALUES
       (:orderHistoryId, 'order', b.status, :order::text),
       (:paymentHistoryId, 'payment', b.payment_status, :payment::text),
       (:fulfillmentHistoryId, 'fulfillment', b.fulfillment_status, :fulfillment::text)
     ) AS step (id, axis, from_state, to_state)
     WHERE step.to_state IS NOT NULL
   )
   SELECT id FROM moved`,
);

/**
 * A conditional change of an order's state, with its history. Of two racers one wins.
 * @returns whether the order moved; false when its state does not allow it.
 */
export async function transitionOrder(
  ctx: Context,
  orderId: string,
  to: Transition,
): Promise<boolean> {
  const rows = await ctx.db.query(moveOrder, {
    orderId,
    order: to.order ?? null,
    orderSources: to.order ? sourcesOf(orderTransitions, to.order) : [],
    payment: to.payment ?? null,
    paymentSources: to.payment ? sourcesOf(paymentTransitions, to.payment) : [],
    fulfillment: to.fulfillment ?? null,
    fulfillmentSources: to.fulfillment ? sourcesOf(fulfillmentTransitions, to.fulfillment) : [],
    reason: to.reason,
    actor: actorName(ctx.actor),
    requestId: ctx.requestId,
    orderHistoryId: newId('history'),
    paymentHistoryId: newId('history'),
    fulfillmentHistoryId: newId('history'),
  });
  return rows.length > 0;
}
