import { statement } from '../../db/statement.ts';
import type { ErasureBlocker } from '../../domains/dataRequests.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Person } from './person.ts';

/** What an erasure does not wait for. */
export interface ErasureTerms {
  readonly forfeitsCredit: boolean;
  /** Staff say that the goods have left, as the shop may not have recorded it. */
  readonly assumesShipped: boolean;
}

/** Something that an erasure waits for. */
interface Blocker {
  readonly code: ErasureBlocker;
  /** The order's id, the credit account's, or the user's. */
  readonly subject: string;
}

/**
 * Why an order `o` blocks; null once it is settled: its money has come or was given up, none of it is on its
 * way back or disputed, and its goods have left.
 */
export const orderBlocker = (assumesShipped: string) => `CASE
       WHEN o.payment_status = 'disputed' OR EXISTS (
         SELECT FROM disputes d JOIN payments p ON p.id = d.payment_id
         WHERE p.order_id = o.id AND d.closed_at IS NULL) THEN 'disputed'
       WHEN EXISTS (SELECT FROM refunds r WHERE r.order_id = o.id AND r.status IN ('pending', 'waiting', 'needs_person'))
         THEN 'refund_open'
       WHEN o.status = 'pending' THEN 'unpaid'
       WHEN o.status NOT IN ('canceled', 'expired')
         AND o.payment_status IN ('unpaid', 'authorized', 'partially_paid', 'failed') THEN 'unpaid'
       WHEN o.status IN ('canceled', 'expired') AND EXISTS (
         SELECT FROM payments p WHERE p.order_id = o.id AND p.authorized > 0 AND p.captured = 0
           AND p.status = 'authorized') THEN 'unpaid'
       WHEN o.status = 'confirmed' AND o.fulfillment_status IN ('unfulfilled', 'partially_fulfilled')
         AND o.payment_status <> 'refunded' AND NOT ${assumesShipped}
         AND EXISTS (SELECT FROM order_items i WHERE i.order_id = o.id AND i.requires_shipping
           AND i.refunded_quantity < i.quantity) THEN 'unshipped'
       END`;

const selectBlockers = statement('dataRequests.blockers')<
  {
    orderIds: readonly string[];
    customerIds: readonly string[];
    userIds: readonly string[];
    forfeitsCredit: boolean;
    assumesShipped: boolean;
  },
  Blocker
>(
  `SELECT code, subject FROM (
     SELECT ${orderBlocker(':assumesShipped::boolean')} AS code, o.id AS subject
     FROM orders o WHERE o.id = ANY (:orderIds::text[])
     UNION ALL
     SELECT 'credit_left', a.id FROM credit_accounts a
     WHERE a.kind = 'store_credit' AND a.customer_id = ANY (:customerIds::text[]) AND a.balance > 0
       AND NOT :forfeitsCredit::boolean
     UNION ALL
     SELECT DISTINCT 'staff_role', g.user_id FROM role_grants g
     WHERE g.user_id = ANY (:userIds::text[]) AND (g.expires_at IS NULL OR g.expires_at > now())
   ) AS found WHERE code IS NOT NULL ORDER BY subject`,
);

/** What stands in the way of erasing someone. */
export function findBlockers(
  { db }: Context,
  { orderIds, customerIds, userIds }: Person,
  { forfeitsCredit, assumesShipped }: ErasureTerms,
): Promise<Blocker[]> {
  return db.query(selectBlockers, {
    orderIds,
    customerIds,
    userIds,
    forfeitsCredit,
    assumesShipped,
  });
}

const ADVICE: Readonly<Record<ErasureBlocker, string>> = {
  unpaid: 'The order is not paid. Pay or cancel it.',
  disputed: 'A payment of the order is disputed. Wait until the bank has decided.',
  refund_open: 'Money of the order is on its way back. Wait until it has arrived.',
  unshipped:
    'The order has not been shipped, as far as the shop knows. Wait for it, or cancel it; staff can say that it was.',
  credit_left: 'Store credit is left. Spend it, or forfeit it with `forfeitCredit`.',
  staff_role: 'The account has a role of staff. Have it taken away first.',
};

/** The refusal that names each. */
export function blockedError(blockers: readonly Blocker[]): AppError {
  return new AppError('erasure_blocked', 'Not everything is settled. See `errors`.', {
    errors: blockers.map(({ code, subject }) => ({ path: subject, code, message: ADVICE[code] })),
  });
}
