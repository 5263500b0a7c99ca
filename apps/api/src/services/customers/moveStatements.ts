import { statement } from '../../db/statement.ts';

/** Carts first: a checkout of one is waited for, and its order is among those of the next statement. */
export const moveCarts = statement('customers.moveCarts')<{ from: string; to: string }>(
  `UPDATE carts SET customer_id = :to, version = version + 1 WHERE customer_id = :from`,
);

export const moveOrders = statement('customers.moveOrders')<{ from: string; to: string }>(
  `UPDATE orders SET customer_id = :to WHERE customer_id = :from`,
);

/** What staff have noted: tags and metafields of both, else the duplicate's where the survivor has none. */
export const moveNotes = statement('customers.moveNotes')<{ from: string; to: string }>(
  `UPDATE customers s SET updated_at = now(),
     tags = ARRAY(SELECT DISTINCT unnest(s.tags || l.tags) ORDER BY 1),
     note = CASE WHEN s.note = '' THEN l.note ELSE s.note END,
     metafields = l.metafields || s.metafields,
     tax_exemption = coalesce(s.tax_exemption, l.tax_exemption)
   FROM customers l WHERE s.id = :to AND l.id = :from`,
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

export const moveApprovals = statement('customers.moveApprovals')<{ from: string; to: string }>(
  `UPDATE orders SET approved_by = :to WHERE approved_by = :from`,
);

/** In a company that both buy for, the role that may do more stays, with its limit. */
export const moveMemberships = statement('customers.moveMemberships')<
  { from: string; to: string },
  { companyId: string }
>(
  `WITH lost AS (
     DELETE FROM company_members WHERE customer_id = :from
     RETURNING company_id, role, order_limit, order_limit_currency, created_at
   )
   INSERT INTO company_members AS m (company_id, customer_id, role, order_limit, order_limit_currency, created_at)
   SELECT company_id, :to, role, order_limit, order_limit_currency, created_at FROM lost
   ON CONFLICT (company_id, customer_id) DO UPDATE SET role = excluded.role,
     order_limit = excluded.order_limit, order_limit_currency = excluded.order_limit_currency
   WHERE excluded.role > m.role
   RETURNING m.company_id AS "companyId"`,
);

/**
 * Saved cards stay with the provider's customer that has them, by which they are charged. A card that the
 * survivor has too is removed, and a default stays one where the survivor has none.
 */
export const moveCards = statement('customers.moveCards')<
  { from: string; to: string },
  { id: string; state: string }
>(
  `WITH theirs AS MATERIALIZED (
     SELECT s.id, s.state = 'active' AND EXISTS (
         SELECT FROM saved_payment_methods t WHERE t.customer_id = :to AND t.state = 'active'
           AND t.provider = s.provider AND t.fingerprint = s.fingerprint) AS is_double,
       EXISTS (SELECT FROM saved_payment_methods t WHERE t.customer_id = :to AND t.is_default) AS has_default,
       (SELECT p.provider_id FROM payment_customers p
        WHERE p.customer_id = :from AND p.provider = s.provider) AS owner
     FROM saved_payment_methods s WHERE s.customer_id = :from
   )
   UPDATE saved_payment_methods s SET customer_id = :to,
     state = CASE WHEN theirs.is_double THEN 'removing' ELSE s.state END,
     is_default = s.is_default AND NOT theirs.is_double AND NOT theirs.has_default,
     remote_customer_id = coalesce(s.remote_customer_id, theirs.owner)
   FROM theirs WHERE s.id = theirs.id
   RETURNING s.id, s.state`,
);

/** A file that staff delete meanwhile is waited for: what the survivor has no longer is not a double. */
export const lockFiles = statement('customers.lockFiles')<
  { from: string; to: string },
  { id: string }
>(`SELECT id FROM files WHERE customer_id IN (:from, :to) ORDER BY id FOR UPDATE`);

/** An upload of a file that the survivor has too leads to theirs. */
export const moveUploads = statement('customers.moveUploads')<{ from: string; to: string }>(
  `UPDATE uploads u SET customer_id = :to, file_id = coalesce(
     (SELECT t.id FROM files f JOIN files t ON t.customer_id = :to AND t.sha256 = f.sha256
      WHERE f.id = u.file_id AND f.customer_id = :from), u.file_id)
   WHERE u.customer_id = :from`,
);

/** A file that the survivor has already is deleted: the same content for the same reader is one file. */
export const moveFiles = statement('customers.moveFiles')<
  { from: string; to: string },
  { key: string },
  'key'
>(
  `WITH doubled AS (
     DELETE FROM files f WHERE f.customer_id = :from
       AND EXISTS (SELECT FROM files t WHERE t.customer_id = :to AND t.sha256 = f.sha256)
     RETURNING f.storage_key AS key
   ), moved AS (
     UPDATE files f SET customer_id = :to, version = version + 1, updated_at = now()
     WHERE f.customer_id = :from
       AND NOT EXISTS (SELECT FROM files t WHERE t.customer_id = :to AND t.sha256 = f.sha256)
   )
   SELECT key FROM doubled`,
);

/** By topic: what two addresses have said last, less what no one has confirmed. */
export const compareConsents = statement('customers.compareConsents')<
  { from: string; to: string },
  {
    channel: string;
    topic: string;
    state: string;
    level: string;
    wording: string;
    isNewer: boolean;
  },
  'isNewer'
>(
  `WITH latest AS (
     SELECT DISTINCT ON (n.address_key, n.channel, n.topic) n.*
     FROM consents n WHERE n.address_key IN (:from, :to) AND n.state <> 'pending'
     ORDER BY n.address_key, n.channel, n.topic, n.id DESC
   )
   SELECT f.channel, f.topic, f.state, f.level, f.wording,
     t.id IS NULL OR (t.id < f.id AND t.state <> f.state) AS "isNewer"
   FROM latest f LEFT JOIN latest t ON t.address_key = :to AND t.channel = f.channel AND t.topic = f.topic
   WHERE f.address_key = :from`,
);
