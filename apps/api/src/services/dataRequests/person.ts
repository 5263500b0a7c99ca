import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';

/** A customer, with the customers that were merged into them, and all that leads to their data. */
export interface Person {
  readonly customerIds: readonly string[];
  readonly userIds: readonly string[];
  /** Addresses, also those that no one has proved. */
  readonly emails: readonly string[];
  /** Addresses that they have proved, also once: newsletters of one are theirs, too. */
  readonly provedEmails: readonly string[];
  /** What is attached to them. An order that names their address alone may be a stranger's. */
  readonly orderIds: readonly string[];
  readonly cartIds: readonly string[];
  /** Of their credit accounts, invitations, refunds, workflows, files and requests: what staff may have written about. */
  readonly subjectIds: readonly string[];
}

/** Of orders: their refunds and workflows. */
export const subjectsOfOrders = (orderIds: string) => `
  SELECT r.id FROM refunds r WHERE r.order_id = ANY (${orderIds})
  UNION ALL SELECT w.id FROM workflows w WHERE w.subject_id = ANY (${orderIds})
    OR w.subject_id IN (SELECT r.id FROM refunds r WHERE r.order_id = ANY (${orderIds}))`;

/** An address that another person has proved since is theirs, and no longer this person's. */
const selectPerson = statement('dataRequests.person')<{ customerId: string }, Person>(
  `WITH RECURSIVE own AS (
     SELECT id, user_id FROM customers WHERE id = :customerId
     UNION
     SELECT c.id, c.user_id FROM customers c JOIN own ON c.merged_into_id = own.id
   ), addresses AS (
     SELECT u.email_key AS email, u.email_verified_at IS NOT NULL AS is_proved
     FROM own JOIN users u ON u.id = own.user_id
     UNION ALL
     SELECT former.email, true FROM own JOIN users u ON u.id = own.user_id, unnest(u.former_email_keys) AS former (email)
   ), theirs AS (
     SELECT a.email, bool_or(a.is_proved) AS is_proved FROM addresses a
     WHERE NOT EXISTS (SELECT FROM users o WHERE o.email_key = a.email AND o.email_verified_at IS NOT NULL
       AND o.status <> 'erased' AND o.id NOT IN (SELECT user_id FROM own))
     GROUP BY a.email
   ), person AS (
     SELECT array_agg(own.id) AS customers, array_agg(own.user_id) AS users,
       (SELECT coalesce(array_agg(email), '{}') FROM theirs) AS emails,
       (SELECT coalesce(array_agg(email) FILTER (WHERE is_proved), '{}') FROM theirs) AS proved
     FROM own
   ), bought AS (
     SELECT coalesce(array_agg(o.id), '{}') AS ids FROM person JOIN orders o ON o.customer_id = ANY (customers)
   )
   SELECT customers AS "customerIds", users AS "userIds", emails, proved AS "provedEmails",
     bought.ids AS "orderIds",
     (SELECT coalesce(array_agg(c.id), '{}') FROM carts c
      WHERE c.customer_id = ANY (customers)
        OR EXISTS (SELECT FROM orders o WHERE o.cart_id = c.id AND o.id = ANY (bought.ids))) AS "cartIds",
     (SELECT coalesce(array_agg(found.id), '{}') FROM (
        SELECT a.id FROM credit_accounts a WHERE a.customer_id = ANY (customers)
        UNION ALL SELECT i.id FROM invitations i WHERE i.email_key = ANY (proved)
        UNION ALL SELECT r.id FROM data_requests r WHERE r.customer_id = ANY (customers)
        -- Also of files that are no longer: what staff did to one names it.
        UNION ALL SELECT e.subject FROM audit_entries e
        WHERE e.action IN ('file.create', 'upload.create') AND e.after ->> 'customerId' = ANY (customers)
        UNION ALL ${subjectsOfOrders('bought.ids')}) AS found) AS "subjectIds"
   FROM person, bought WHERE customers IS NOT NULL`,
);

/** Who a customer is, as far as the shop can tell. @throws {AppError} not_found */
export async function readPerson({ db }: Context, customerId: string): Promise<Person> {
  const [person] = await db.query(selectPerson, { customerId });
  if (!person) throw notFound('customer');
  return person;
}
