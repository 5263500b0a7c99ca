import { statement } from '../../db/statement.ts';
import { ERASED_EMAIL, ERASED_TEXT } from '../../kernel/erased.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { DataRequestsDeps } from './deps.ts';
import type { Person } from './person.ts';
import type { DataRequest } from './requests.ts';

const erased = `'${ERASED_TEXT}'`;

interface Erasure {
  readonly person: Person;
  readonly request: DataRequest;
}

/** A part of an erasure, in a transaction; it may be run again. */
interface ErasureStep {
  readonly name: string;
  readonly run: (deps: DataRequestsDeps, ctx: Context, erasure: Erasure) => Promise<void>;
}

/** A guest's token opens them no more. */
const eraseOrders = statement('dataRequests.eraseOrders')<{ orderIds: readonly string[] }>(
  `UPDATE orders SET email = '${ERASED_EMAIL}', locale = NULL, client_key = NULL, token_hash = '',
     purchase_order_number = NULL,
     shipping_address = erased_address(shipping_address), billing_address = erased_address(billing_address)
   WHERE id = ANY (:orderIds::text[])`,
);

/** What staff and customers wrote about orders; the shop's own words about a step are among them. */
const eraseHistory = statement('dataRequests.eraseHistory')<{ orderIds: readonly string[] }>(
  `UPDATE order_history SET reason = ${erased}
   WHERE order_id = ANY (:orderIds::text[]) AND reason <> ${erased}`,
);

const eraseRefunds = statement('dataRequests.eraseRefunds')<{ orderIds: readonly string[] }>(
  `WITH transfers AS (
     UPDATE refund_transfers t SET last_error = NULL FROM refunds r
     WHERE r.id = t.refund_id AND r.order_id = ANY (:orderIds::text[]) AND t.last_error IS NOT NULL
   )
   UPDATE refunds SET note = ${erased} WHERE order_id = ANY (:orderIds) AND note <> ''`,
);

const erasePayments = statement('dataRequests.erasePayments')<{ orderIds: readonly string[] }>(
  `UPDATE payments SET client_secret = NULL, last_error = NULL WHERE order_id = ANY (:orderIds::text[])`,
);

const eraseWorkflows = statement('dataRequests.eraseWorkflows')<{ orderIds: readonly string[] }>(
  `WITH found AS (
     SELECT w.id FROM workflows w WHERE w.subject_id = ANY (:orderIds::text[])
       OR w.subject_id IN (SELECT r.id FROM refunds r WHERE r.order_id = ANY (:orderIds))
   ), steps AS (
     UPDATE workflow_steps s SET error = NULL FROM found WHERE s.workflow_id = found.id AND s.error IS NOT NULL
   )
   UPDATE workflows w SET last_error = NULL FROM found WHERE w.id = found.id AND w.last_error IS NOT NULL`,
);

/** A notification of a provider about one of their payments; both inboxes, since the old one is copied. */
const isAboutThem = (e: string) => `(${e}.object_id IN (SELECT provider_id FROM theirs)
  OR EXISTS (SELECT FROM theirs WHERE ${e}.payload LIKE '%' || theirs.provider_id || '%')
  OR EXISTS (SELECT FROM unnest(:ids::text[]) AS id WHERE ${e}.payload LIKE '%' || id || '%'))`;

const eraseProviderEvents = statement('dataRequests.eraseProviderEvents')<{
  orderIds: readonly string[];
  ids: readonly string[];
}>(
  `WITH theirs AS MATERIALIZED (
     SELECT p.provider_id FROM payments p WHERE p.order_id = ANY (:orderIds::text[]) AND p.provider_id IS NOT NULL
   ), old AS (
     UPDATE stripe_events e SET payload = ${erased}, last_error = NULL
     WHERE e.processed_at IS NOT NULL AND ${isAboutThem('e')}
   )
   UPDATE provider_events e SET payload = ${erased}, last_error = NULL
   WHERE e.processed_at IS NOT NULL AND ${isAboutThem('e')}`,
);

/** Open ones are deleted with their lines; an order needs the one that it came from. */
const eraseCarts = statement('dataRequests.eraseCarts')<{ cartIds: readonly string[] }>(
  `UPDATE carts SET email = NULL, shipping_address = NULL, billing_address = NULL,
     promotion_codes = '{}', purchase_order_number = NULL
   WHERE id = ANY (:cartIds::text[])`,
);
const deleteCarts = statement('dataRequests.deleteCarts')<{ cartIds: readonly string[] }>(
  `DELETE FROM carts c WHERE c.id = ANY (:cartIds::text[]) AND c.status = 'open'
     AND NOT EXISTS (SELECT FROM orders o WHERE o.cart_id = c.id)`,
);

const eraseCredit = statement('dataRequests.eraseCredit')<{ customerIds: readonly string[] }>(
  `UPDATE credit_entries e SET note = ${erased} FROM credit_accounts a
   WHERE a.id = e.account_id AND a.customer_id = ANY (:customerIds::text[]) AND e.note NOT IN ('', ${erased})`,
);

/** Their providers have detached them by now. */
const deleteCards = statement('dataRequests.deleteCards')<{ customerIds: readonly string[] }>(
  `DELETE FROM saved_payment_methods WHERE customer_id = ANY (:customerIds::text[])`,
);

/** What was agreed to ends, and what is left of the address is a hash, by which the opt-out is known. */
const eraseConsents = statement('dataRequests.eraseConsents')<{ emails: readonly string[] }>(
  `WITH asked AS (
     DELETE FROM newsletter_requests WHERE address_key = ANY (:emails::text[])
   )
   UPDATE consents SET address_key = address_hash(address_key), ip = NULL
   WHERE address_key = ANY (:emails)`,
);

const deleteInvitations = statement('dataRequests.deleteInvitations')<{
  emails: readonly string[];
}>(`DELETE FROM invitations WHERE email_key = ANY (:emails::text[])`);

/** Answers that are kept for retries: of the customer, and those that name them or what is theirs. */
const deleteKeptAnswers = statement('dataRequests.deleteKeptAnswers')<{
  principals: readonly string[];
  texts: readonly string[];
}>(
  `DELETE FROM idempotency_keys k WHERE k.principal = ANY (:principals::text[])
     OR EXISTS (SELECT FROM unnest(:texts::text[]) AS text WHERE strpos(k.body, text) > 0 OR strpos(k.route, text) > 0)`,
);

/** Events and jobs carry ids; an address that one carries nevertheless is replaced. */
const eraseEvents = statement('dataRequests.eraseEvents')<{ email: string }>(
  `UPDATE events SET payload = replace(payload::text, :email, '${ERASED_EMAIL}')::jsonb
   WHERE strpos(payload::text, :email) > 0`,
);
const eraseJobs = statement('dataRequests.eraseJobs')<{ email: string }>(
  `UPDATE graphile_worker._private_jobs
   SET payload = replace(payload::text, :email, '${ERASED_EMAIL}')::json,
     last_error = replace(last_error, :email, '${ERASED_EMAIL}')
   WHERE strpos(payload::text, :email) > 0 OR strpos(last_error, :email) > 0`,
);

const eraseExports = statement('dataRequests.eraseExports')<{ customerIds: readonly string[] }>(
  `UPDATE data_requests SET state = 'expired', file_key = NULL, finished_at = coalesce(finished_at, now())
   WHERE customer_id = ANY (:customerIds::text[]) AND kind = 'export' AND state <> 'expired'`,
);

/** All of an erasure but the accounts, in its order. */
export const erasureSteps: readonly ErasureStep[] = [
  {
    name: 'orders',
    async run(_deps, { db }, { person }) {
      const { orderIds, cartIds } = person;
      await db.execute(eraseOrders, { orderIds });
      await db.execute(eraseHistory, { orderIds });
      await db.execute(eraseRefunds, { orderIds });
      await db.execute(erasePayments, { orderIds });
      await db.execute(eraseWorkflows, { orderIds });
      await db.execute(eraseCarts, { cartIds });
      await db.execute(deleteCarts, { cartIds });
    },
  },
  {
    name: 'providerEvents',
    async run(_deps, { db }, { person: { orderIds, customerIds } }) {
      await db.execute(eraseProviderEvents, { orderIds, ids: [...orderIds, ...customerIds] });
    },
  },
  {
    name: 'credit',
    async run(_deps, { db }, { person: { customerIds } }) {
      await db.execute(eraseCredit, { customerIds });
    },
  },
  {
    name: 'savedCards',
    async run(_deps, { db }, { person: { customerIds } }) {
      await db.execute(deleteCards, { customerIds });
    },
  },
  {
    name: 'consents',
    async run(_deps, { db }, { person: { provedEmails: emails } }) {
      const rows = await db.prisma.consent.findMany({
        where: { addressKey: { in: [...emails] } },
        distinct: ['addressKey', 'channel', 'topic'],
        orderBy: { id: 'desc' },
      });
      await db.prisma.consent.createMany({
        data: rows.map(({ channel, topic, level, wording, addressKey }) => ({
          id: newId('consent'),
          addressKey,
          channel,
          topic,
          level,
          wording,
          state: 'unsubscribed',
          source: 'erasure',
        })),
      });
      await db.execute(eraseConsents, { emails });
    },
  },
  {
    name: 'invitations',
    async run(_deps, { db }, { person: { provedEmails: emails } }) {
      await db.execute(deleteInvitations, { emails });
    },
  },
  {
    name: 'keptAnswers',
    async run(_deps, { db }, { person }) {
      const { customerIds, userIds, orderIds, cartIds, emails } = person;
      const principals = customerIds.map((id) => `customer:${id}`);
      const texts = [...customerIds, ...userIds, ...orderIds, ...cartIds, ...emails];
      await db.execute(deleteKeptAnswers, { principals, texts });
    },
  },
  {
    name: 'events',
    async run(_deps, { db }, { person: { emails } }) {
      for (const email of emails) await db.execute(eraseEvents, { email });
      for (const email of emails) await db.execute(eraseJobs, { email });
    },
  },
  {
    name: 'exports',
    async run(_deps, { db }, { person: { customerIds } }) {
      await db.execute(eraseExports, { customerIds });
    },
  },
  {
    name: 'audit',
    async run({ audit }, ctx, { person, request }) {
      const { customerIds, userIds, orderIds, subjectIds } = person;
      await audit.erase(ctx, {
        subject: request.id,
        reason: 'The customer asked for erasure',
        subjects: [...customerIds, ...userIds, ...orderIds, ...subjectIds],
        actors: customerIds.map((id) => `customer:${id}`),
      });
    },
  },
];

const deleteSignIns = statement('dataRequests.deleteSignIns')<{ userIds: readonly string[] }>(
  `WITH sent AS (
     DELETE FROM user_tokens WHERE user_id = ANY (:userIds::text[])
   ), totp AS (
     DELETE FROM totp_secrets WHERE user_id = ANY (:userIds)
   ), codes AS (
     DELETE FROM backup_codes WHERE user_id = ANY (:userIds)
   ), keys AS (
     DELETE FROM passkeys WHERE user_id = ANY (:userIds)
   ), devices AS (
     DELETE FROM remembered_devices WHERE user_id = ANY (:userIds)
   ), begun AS (
     DELETE FROM sign_in_challenges WHERE user_id = ANY (:userIds)
   ), asked AS (
     DELETE FROM webauthn_challenges WHERE user_id = ANY (:userIds)
   ), linked AS (
     DELETE FROM user_identities WHERE user_id = ANY (:userIds)
   ), linking AS (
     DELETE FROM provider_sign_ins WHERE user_id = ANY (:userIds)
   ), tried AS (
     DELETE FROM factor_attempts WHERE user_id = ANY (:userIds)
   ), viewed AS (
     DELETE FROM saved_views WHERE user_id = ANY (:userIds)
   ), preferred AS (
     DELETE FROM staff_preferences WHERE user_id = ANY (:userIds)
   )
   DELETE FROM sessions WHERE user_id = ANY (:userIds)`,
);

const eraseCustomers = statement('dataRequests.eraseCustomers')<{ customerIds: readonly string[] }>(
  `WITH book AS (
     DELETE FROM customer_addresses WHERE customer_id = ANY (:customerIds::text[])
   ), bought_for AS (
     DELETE FROM company_members WHERE customer_id = ANY (:customerIds)
   ), grouped AS (
     DELETE FROM customer_group_members WHERE customer_id = ANY (:customerIds)
   )
   UPDATE customers SET tags = '{}', note = '', metafields = '{}' WHERE id = ANY (:customerIds)`,
);

const eraseUsers = statement('dataRequests.eraseUsers')<{ userIds: readonly string[] }>(
  `UPDATE users SET status = 'erased', email = '${ERASED_EMAIL}', email_key = '${ERASED_EMAIL}',
     email_verified_at = NULL, password_hash = NULL, password_changed_at = NULL,
     first_name = NULL, last_name = NULL, locale = NULL
   WHERE id = ANY (:userIds::text[])`,
);

/** The accounts themselves: the last of an erasure, in the transaction that ends it. */
export async function eraseAccounts(
  { db }: Context,
  { userIds, customerIds }: Person,
): Promise<void> {
  await db.execute(deleteSignIns, { userIds });
  await db.execute(eraseCustomers, { customerIds });
  await db.execute(eraseUsers, { userIds });
}
