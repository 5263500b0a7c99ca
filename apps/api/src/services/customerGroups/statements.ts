import { statement, type None } from '../../db/statement.ts';

/** Writes of a group and of its members run one after another. */
export const lockGroup = statement('customerGroups.lock')<
  { id: string },
  { id: string; rule: string | null }
>(`SELECT id, rule::text AS rule FROM customer_groups WHERE id = :id FOR UPDATE`);

/** Waits for a merge of the customer, and makes one wait. */
export const lockCustomer = statement('customerGroups.lockCustomer')<
  { id: string },
  { mergedIntoId: string | null; status: string }
>(
  `SELECT c.merged_into_id AS "mergedIntoId", u.status::text AS status
   FROM customers c JOIN users u ON u.id = c.user_id WHERE c.id = :id FOR SHARE OF c`,
);

/** Null takes it away. */
export const setRule = statement('customerGroups.setRule')<{ id: string; rule: string | null }>(
  `UPDATE customer_groups SET rule = :rule::jsonb WHERE id = :id`,
);

/** What is compared with its rule, or was: those with members of a rule that is gone are among them. */
export const selectRuled = statement('customerGroups.ruled')<None, { id: string }>(
  `SELECT g.id FROM customer_groups g WHERE g.rule IS NOT NULL
     OR EXISTS (SELECT FROM customer_group_members m WHERE m.group_id = g.id AND m.source = 'rule')
   ORDER BY g.id`,
);

/** Nothing of the group itself has changed, so `updated_at` stays. */
export const noteRefresh = statement('customerGroups.noteRefresh')<{ id: string }>(
  `UPDATE customer_groups SET refreshed_at = now() WHERE id = :id`,
);

/** Of the next customers by id: those who meet the rule and are no members, and members who no longer meet it. */
export const applyRule = statement('customerGroups.applyRule')<
  {
    id: string;
    after: string;
    hasRule: boolean;
    minOrders: number | null;
    minSpent: number | null;
    currency: string | null;
    tag: string | null;
    country: string | null;
    limit: number;
  },
  { last: string | null; joined: string[]; left: string[] },
  'joined' | 'left'
>(
  `WITH looked_at AS MATERIALIZED (
     SELECT c.id FROM customers c WHERE c.id > :after ORDER BY c.id LIMIT :limit
   ), due AS MATERIALIZED (
     SELECT c.id FROM looked_at JOIN customers c ON c.id = looked_at.id JOIN users u ON u.id = c.user_id
     WHERE :hasRule::boolean AND c.merged_into_id IS NULL AND u.status <> 'erased'
       AND (:tag::text IS NULL OR :tag = ANY (c.tags))
       AND (:minOrders::int IS NULL OR :minOrders <= (SELECT count(*) FROM orders o
         WHERE o.customer_id = c.id AND o.status NOT IN ('canceled', 'expired')))
       AND (:minSpent::bigint IS NULL OR :minSpent <= (SELECT coalesce(sum(p.captured - p.refunded), 0)
         FROM orders o JOIN payments p ON p.order_id = o.id WHERE o.customer_id = c.id AND o.currency = :currency::text))
       AND (:country::text IS NULL OR EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id
         AND coalesce(o.shipping_address, o.billing_address) ->> 'country' = :country))
   ), leaving AS (
     DELETE FROM customer_group_members m WHERE m.group_id = :id AND m.source = 'rule'
       AND m.customer_id IN (SELECT id FROM looked_at) AND NOT EXISTS (SELECT FROM due WHERE due.id = m.customer_id)
     RETURNING m.customer_id
   ), joining AS (
     INSERT INTO customer_group_members (group_id, customer_id, source)
     SELECT :id, due.id, 'rule' FROM due WHERE NOT EXISTS (
       SELECT FROM customer_group_members n WHERE n.group_id = :id AND n.customer_id = due.id)
     RETURNING customer_id
   )
   SELECT (SELECT max(id) FROM looked_at) AS last,
     (SELECT coalesce(array_agg(customer_id ORDER BY customer_id), '{}') FROM joining) AS joined,
     (SELECT coalesce(array_agg(customer_id ORDER BY customer_id), '{}') FROM leaving) AS left`,
);

/** What staff put the duplicate into; what rules did, they do again. */
export const moveMemberships = statement('customerGroups.moveMemberships')<
  { from: string; to: string },
  { groupId: string; hasJoined: boolean },
  'groupId' | 'hasJoined'
>(
  `WITH left_groups AS (
     DELETE FROM customer_group_members WHERE customer_id = :from RETURNING group_id, source
   ), joined AS (
     INSERT INTO customer_group_members (group_id, customer_id, source)
     SELECT group_id, :to, source FROM left_groups WHERE source = 'manual'
     ON CONFLICT DO NOTHING RETURNING group_id
   )
   SELECT group_id AS "groupId", false AS "hasJoined" FROM left_groups
   UNION ALL SELECT group_id, true FROM joined`,
);
