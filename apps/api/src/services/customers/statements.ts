import { statement } from '../../db/statement.ts';

interface LockedCustomer {
  readonly id: string;
  readonly userId: string;
  readonly mergedIntoId: string | null;
  readonly status: string;
  readonly emailKey: string;
  readonly isVerified: boolean;
}

/** In the order of their ids, so that two merges cannot deadlock. */
export const lockCustomers = statement('customers.lock')<
  { ids: readonly string[] },
  LockedCustomer
>(
  `SELECT c.id, c.user_id AS "userId", c.merged_into_id AS "mergedIntoId", u.status::text AS status,
     u.email_key AS "emailKey", u.email_verified_at IS NOT NULL AS "isVerified"
   FROM customers c JOIN users u ON u.id = c.user_id
   WHERE c.id = ANY (:ids::text[]) ORDER BY c.id FOR NO KEY UPDATE OF c`,
);

/** Null takes it away. */
export const setTaxExemption = statement('customers.setTaxExemption')<{
  id: string;
  exemption: string | null;
}>(`UPDATE customers SET tax_exemption = :exemption::jsonb WHERE id = :id`);

export const closeSessions = statement('customers.closeSessions')<{
  userIds: readonly string[];
  why: string;
}>(
  `UPDATE sessions SET revoked_at = now(), revoked_reason = :why
   WHERE user_id = ANY (:userIds::text[]) AND revoked_at IS NULL`,
);

/** Of locked customers: whether one has a role of staff, and whether one is being erased. */
export const selectTies = statement('customers.ties')<
  { ids: readonly string[] },
  { id: string; isStaff: boolean; isBeingErased: boolean },
  'isStaff' | 'isBeingErased'
>(
  `SELECT c.id,
     EXISTS (SELECT FROM role_grants g WHERE g.user_id = c.user_id
       AND (g.expires_at IS NULL OR g.expires_at > now())) AS "isStaff",
     EXISTS (SELECT FROM data_requests r WHERE r.customer_id = c.id AND r.kind = 'erasure'
       AND r.state IN ('queued', 'running')) AS "isBeingErased"
   FROM customers c WHERE c.id = ANY (:ids::text[])`,
);
