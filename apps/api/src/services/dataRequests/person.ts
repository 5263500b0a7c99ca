import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';

/** A customer, with the customers that were merged into them, and all that leads to their data. */
export interface Person {
  readonly customerIds: readonly string[];
  readonly userIds: readonly string[];
  /** Addresses, also those that no one has proved. */
  readonly emails: readonly string[];
  /** Addresses that are proved to be theirs: what was done under one as a guest is theirs, too. */
  readonly provedEmails: readonly string[];
  readonly orderIds: readonly string[];
  readonly cartIds: readonly string[];
  /** Of their credit accounts, invitations, refunds, workflows and requests: what staff may have written about. */
  readonly subjectIds: readonly string[];
}

const selectPerson = statement('dataRequests.person')<{ customerId: string }, Person>(
  `WITH RECURSIVE own AS (
     SELECT id, user_id FROM customers WHERE id = :customerId
     UNION
     SELECT c.id, c.user_id FROM customers c JOIN own ON c.merged_into_id = own.id
   ), person AS (
     SELECT array_agg(own.id) AS customers, array_agg(own.user_id) AS users,
       array_agg(DISTINCT u.email_key) AS emails,
       coalesce(array_agg(DISTINCT u.email_key) FILTER (WHERE u.email_verified_at IS NOT NULL), '{}') AS proved
     FROM own JOIN users u ON u.id = own.user_id
   ), bought AS (
     SELECT coalesce(array_agg(o.id), '{}') AS ids
     FROM person JOIN orders o ON o.customer_id = ANY (customers)
       OR (o.customer_id IS NULL AND o.email = ANY (proved))
   )
   SELECT customers AS "customerIds", users AS "userIds", emails, proved AS "provedEmails",
     bought.ids AS "orderIds",
     (SELECT coalesce(array_agg(c.id), '{}') FROM carts c
      WHERE c.customer_id = ANY (customers) OR (c.customer_id IS NULL AND c.email = ANY (proved))
        OR EXISTS (SELECT FROM orders o WHERE o.cart_id = c.id AND o.id = ANY (bought.ids))) AS "cartIds",
     (SELECT coalesce(array_agg(found.id), '{}') FROM (
        SELECT a.id FROM credit_accounts a WHERE a.customer_id = ANY (customers)
        UNION ALL SELECT i.id FROM invitations i WHERE i.email_key = ANY (proved)
        UNION ALL SELECT r.id FROM data_requests r WHERE r.customer_id = ANY (customers)
        UNION ALL SELECT r.id FROM refunds r WHERE r.order_id = ANY (bought.ids)
        UNION ALL SELECT w.id FROM workflows w WHERE w.subject_id = ANY (bought.ids)
          OR w.subject_id IN (SELECT r.id FROM refunds r WHERE r.order_id = ANY (bought.ids))) AS found) AS "subjectIds"
   FROM person, bought WHERE customers IS NOT NULL`,
);

/** Who a customer is, as far as the shop can tell. @throws {AppError} not_found */
export async function readPerson({ db }: Context, customerId: string): Promise<Person> {
  const [person] = await db.query(selectPerson, { customerId });
  if (!person) throw notFound('customer');
  return person;
}
