import { statement } from '../../db/statement.ts';
import type { Person } from './person.ts';

/** Where the export has the files that the shop keeps for someone. */
export const FILES_FOLDER = 'files/';

interface Page {
  /** Whose rows. */
  ids: readonly string[];
  /** The last id of the page before; '' for the first. */
  after: string;
  limit: number;
}

interface Row {
  id: string;
  record: Record<string, unknown>;
}

const selectProfiles = statement('dataRequests.exportProfile')<Page, Row>(
  `SELECT u.id, to_jsonb(u) - 'password_hash' - 'email_key' || jsonb_build_object(
     'customer', (SELECT to_jsonb(c) FROM customers c WHERE c.user_id = u.id),
     'roles', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.name, 'since', g.created_at)), '[]')
               FROM role_grants g JOIN roles r ON r.id = g.role_id WHERE g.user_id = u.id)) AS record
   FROM users u WHERE u.id = ANY (:ids::text[]) AND u.id > :after ORDER BY u.id LIMIT :limit`,
);

const selectSessions = statement('dataRequests.exportSessions')<Page, Row>(
  `SELECT s.id, to_jsonb(s) - 'user_id' AS record
   FROM sessions s WHERE s.user_id = ANY (:ids::text[]) AND s.id > :after ORDER BY s.id LIMIT :limit`,
);

/** Links that were mailed; not their tokens. */
const selectMails = statement('dataRequests.exportMails')<Page, Row>(
  `SELECT t.hash AS id, jsonb_build_object('purpose', t.purpose, 'email', t.email, 'sentAt', t.created_at,
     'usedAt', t.used_at) AS record
   FROM user_tokens t WHERE t.user_id = ANY (:ids::text[]) AND t.hash > :after ORDER BY t.hash LIMIT :limit`,
);

const selectAddresses = statement('dataRequests.exportAddresses')<Page, Row>(
  `SELECT a.id, to_jsonb(a) - 'customer_id' AS record FROM customer_addresses a
   WHERE a.customer_id = ANY (:ids::text[]) AND a.id > :after ORDER BY a.id LIMIT :limit`,
);

/** Who typed the address, and no one has confirmed it, may be a stranger: where that was is theirs. */
const selectConsents = statement('dataRequests.exportConsents')<Page, Row>(
  `SELECT c.id, CASE WHEN c.state = 'pending' THEN to_jsonb(c) - 'ip' ELSE to_jsonb(c) END AS record FROM consents c
   WHERE c.address_key = ANY (:ids::text[]) AND c.id > :after ORDER BY c.id LIMIT :limit`,
);

const selectCompanies = statement('dataRequests.exportCompanies')<Page, Row>(
  `SELECT m.company_id || ' ' || m.customer_id AS id,
     to_jsonb(m) - 'customer_id' || jsonb_build_object('company', c.name) AS record
   FROM company_members m JOIN companies c ON c.id = m.company_id
   WHERE m.customer_id = ANY (:ids::text[]) AND m.company_id || ' ' || m.customer_id > :after
   ORDER BY m.company_id || ' ' || m.customer_id LIMIT :limit`,
);

const selectGroups = statement('dataRequests.exportGroups')<Page, Row>(
  `SELECT m.group_id || ' ' || m.customer_id AS id, jsonb_build_object('group', g.name, 'since', m.created_at) AS record
   FROM customer_group_members m JOIN customer_groups g ON g.id = m.group_id
   WHERE m.customer_id = ANY (:ids::text[]) AND m.group_id || ' ' || m.customer_id > :after
   ORDER BY m.group_id || ' ' || m.customer_id LIMIT :limit`,
);

/** That there is one, and since when; no secret of it. */
const selectFactors = statement('dataRequests.exportFactors')<Page, Row>(
  `SELECT f.id, f.record FROM (
     SELECT p.id, p.user_id, jsonb_build_object('kind', 'passkey', 'name', p.name, 'createdAt', p.created_at,
       'lastUsedAt', p.last_used_at) AS record FROM passkeys p
     UNION ALL
     SELECT 'totp ' || t.user_id, t.user_id, jsonb_build_object('kind', 'totp', 'confirmedAt', t.confirmed_at)
     FROM totp_secrets t
   ) AS f WHERE f.user_id = ANY (:ids::text[]) AND f.id > :after ORDER BY f.id LIMIT :limit`,
);

/** Accounts at providers, by which they sign in. */
const selectIdentities = statement('dataRequests.exportIdentities')<Page, Row>(
  `SELECT i.id, to_jsonb(i) - 'user_id' AS record FROM user_identities i
   WHERE i.user_id = ANY (:ids::text[]) AND i.id > :after ORDER BY i.id LIMIT :limit`,
);

const selectDevices = statement('dataRequests.exportDevices')<Page, Row>(
  `SELECT d.id, to_jsonb(d) - 'hash' AS record FROM remembered_devices d
   WHERE d.user_id = ANY (:ids::text[]) AND d.id > :after ORDER BY d.id LIMIT :limit`,
);

/** With all that hangs on them; not the secrets of their payments. */
const selectOrders = statement('dataRequests.exportOrders')<Page, Row>(
  `SELECT o.id, to_jsonb(o) - 'token_hash' || jsonb_build_object(
     'items', (SELECT coalesce(jsonb_agg(to_jsonb(i) ORDER BY i.position), '[]') FROM order_items i WHERE i.order_id = o.id),
     'history', (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY h.created_at), '[]') FROM order_history h WHERE h.order_id = o.id),
     'payments', (SELECT coalesce(jsonb_agg(to_jsonb(p) - 'client_secret' ORDER BY p.created_at), '[]')
                  FROM payments p WHERE p.order_id = o.id),
     'refunds', (SELECT coalesce(jsonb_agg(to_jsonb(r) || jsonb_build_object('lines',
                   (SELECT coalesce(jsonb_agg(to_jsonb(l)), '[]') FROM refund_lines l WHERE l.refund_id = r.id))
                   ORDER BY r.created_at), '[]') FROM refunds r WHERE r.order_id = o.id),
     'disputes', (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM disputes d
                  JOIN payments p ON p.id = d.payment_id WHERE p.order_id = o.id)) AS record
   FROM orders o WHERE o.id = ANY (:ids::text[]) AND o.id > :after ORDER BY o.id LIMIT :limit`,
);

const selectCarts = statement('dataRequests.exportCarts')<Page, Row>(
  `SELECT c.id, to_jsonb(c) || jsonb_build_object('items',
     (SELECT coalesce(jsonb_agg(to_jsonb(i)), '[]') FROM cart_items i WHERE i.cart_id = c.id)) AS record
   FROM carts c WHERE c.id = ANY (:ids::text[]) AND c.id > :after ORDER BY c.id LIMIT :limit`,
);

const selectCredit = statement('dataRequests.exportCredit')<Page, Row>(
  `SELECT a.id, to_jsonb(a) - 'code_hash' || jsonb_build_object('entries',
     (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.id), '[]') FROM credit_entries e WHERE e.account_id = a.id)) AS record
   FROM credit_accounts a WHERE a.customer_id = ANY (:ids::text[]) AND a.id > :after ORDER BY a.id LIMIT :limit`,
);

const selectPaymentCustomers = statement('dataRequests.exportPaymentCustomers')<Page, Row>(
  `SELECT p.customer_id || ' ' || p.provider AS id, to_jsonb(p) AS record FROM payment_customers p
   WHERE p.customer_id = ANY (:ids::text[]) AND p.customer_id || ' ' || p.provider > :after
   ORDER BY p.customer_id || ' ' || p.provider LIMIT :limit`,
);

/** What was agreed to, and what of a card is shown; not the provider's ids of it. */
const selectCards = statement('dataRequests.exportCards')<Page, Row>(
  `SELECT s.id, to_jsonb(s) - 'customer_id' - 'setup_id' - 'method_id'
     - 'remote_customer_id' - 'fingerprint' AS record FROM saved_payment_methods s
   WHERE s.customer_id = ANY (:ids::text[]) AND s.id > :after ORDER BY s.id LIMIT :limit`,
);

const selectRequests = statement('dataRequests.exportRequests')<Page, Row>(
  `SELECT r.id, to_jsonb(r) - 'file_key' AS record
   FROM data_requests r WHERE r.customer_id = ANY (:ids::text[]) AND r.id > :after ORDER BY r.id LIMIT :limit`,
);

/** What staff did to them by hand; who of staff is not the customer's affair. */
const selectActs = statement('dataRequests.exportActs')<Page, Row>(
  `SELECT a.id, jsonb_build_object('action', a.action, 'subject', a.subject, 'reason', a.reason, 'at', a.created_at) AS record
   FROM audit_entries a WHERE a.subject = ANY (:ids::text[]) AND a.id > :after ORDER BY a.id LIMIT :limit`,
);

/** What staff keep for them; the bytes are in the folder files/, each under its `file`. */
const selectFiles = statement('dataRequests.exportFiles')<Page, Row>(
  `SELECT f.id, jsonb_build_object('id', f.id, 'name', f.name, 'type', f.content_type, 'bytes', f.bytes,
     'sha256', f.sha256, 'createdAt', f.created_at, 'file', '${FILES_FOLDER}' || f.id || '-' || f.name) AS record
   FROM files f WHERE f.customer_id = ANY (:ids::text[]) AND f.id > :after ORDER BY f.id LIMIT :limit`,
);

/** A file of the export: rows of what belongs to these ids of the person, a line for each. */
export interface ExportSection {
  /** The file's name, less its ending. */
  readonly name: string;
  readonly idsOf: (person: Person) => readonly string[];
  readonly statement: typeof selectOrders;
}

const customers = ({ customerIds }: Person) => customerIds;
const users = ({ userIds }: Person) => userIds;

/** All that an export contains, in the order of its files. A table that is missing here says why in personalData.ts. */
export const exportSections: readonly ExportSection[] = [
  { name: 'profile', idsOf: users, statement: selectProfiles },
  { name: 'addresses', idsOf: customers, statement: selectAddresses },
  { name: 'companies', idsOf: customers, statement: selectCompanies },
  { name: 'groups', idsOf: customers, statement: selectGroups },
  { name: 'sessions', idsOf: users, statement: selectSessions },
  { name: 'second-factors', idsOf: users, statement: selectFactors },
  { name: 'identities', idsOf: users, statement: selectIdentities },
  { name: 'remembered-devices', idsOf: users, statement: selectDevices },
  { name: 'mailed-links', idsOf: users, statement: selectMails },
  { name: 'orders', idsOf: ({ orderIds }) => orderIds, statement: selectOrders },
  { name: 'carts', idsOf: ({ cartIds }) => cartIds, statement: selectCarts },
  { name: 'store-credit', idsOf: customers, statement: selectCredit },
  { name: 'payment-providers', idsOf: customers, statement: selectPaymentCustomers },
  { name: 'saved-cards', idsOf: customers, statement: selectCards },
  { name: 'consents', idsOf: ({ provedEmails }) => provedEmails, statement: selectConsents },
  { name: 'files', idsOf: customers, statement: selectFiles },
  { name: 'data-requests', idsOf: customers, statement: selectRequests },
  {
    name: 'acts-of-staff',
    idsOf: ({ customerIds, userIds, orderIds, subjectIds }) => [
      ...customerIds,
      ...userIds,
      ...orderIds,
      ...subjectIds,
    ],
    statement: selectActs,
  },
];
