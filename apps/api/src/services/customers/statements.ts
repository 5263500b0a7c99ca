import { statement } from '../../db/statement.ts';

/** In the order of their ids, so that two merges cannot deadlock. */
export const lockCustomers = statement('customers.lock')<
  { ids: readonly string[] },
  { id: string; userId: string; mergedIntoId: string | null; status: string }
>(
  `SELECT c.id, c.user_id AS "userId", c.merged_into_id AS "mergedIntoId", u.status::text AS status
   FROM customers c JOIN users u ON u.id = c.user_id
   WHERE c.id = ANY (:ids::text[]) ORDER BY c.id FOR NO KEY UPDATE OF c`,
);

export const closeSessions = statement('customers.closeSessions')<{
  userIds: readonly string[];
  why: string;
}>(
  `UPDATE sessions SET revoked_at = now(), revoked_reason = :why
   WHERE user_id = ANY (:userIds::text[]) AND revoked_at IS NULL`,
);

/** Carts first: a checkout of one is waited for, and its order is among those of the next statement. */
export const moveCarts = statement('customers.moveCarts')<{ from: string; to: string }>(
  `UPDATE carts SET customer_id = :to, version = version + 1 WHERE customer_id = :from`,
);

export const moveOrders = statement('customers.moveOrders')<{ from: string; to: string }>(
  `UPDATE orders SET customer_id = :to WHERE customer_id = :from`,
);

/** The ledgers stay with their accounts, which belong to another then: no sum is written by hand. */
export const moveCredit = statement('customers.moveCredit')<{ from: string; to: string }>(
  `UPDATE credit_accounts SET customer_id = :to WHERE customer_id = :from`,
);

/** An address that would be the fifty-first stays behind; defaults are the survivor's. */
export const moveAddresses = statement('customers.moveAddresses')<{
  from: string;
  to: string;
  max: number;
}>(
  `UPDATE customer_addresses SET customer_id = :to, is_default_shipping = false, is_default_billing = false
   WHERE id IN (
     SELECT a.id FROM customer_addresses a WHERE a.customer_id = :from ORDER BY a.id DESC
     LIMIT greatest(:max::int - (SELECT count(*) FROM customer_addresses b WHERE b.customer_id = :to), 0))`,
);

/** What is known at payment providers, where the survivor is not known yet. */
export const movePaymentCustomers = statement('customers.movePaymentCustomers')<{
  from: string;
  to: string;
}>(
  `UPDATE payment_customers p SET customer_id = :to WHERE p.customer_id = :from
     AND NOT EXISTS (SELECT FROM payment_customers q WHERE q.customer_id = :to AND q.provider = p.provider)`,
);
