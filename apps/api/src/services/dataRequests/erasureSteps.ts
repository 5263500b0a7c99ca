import { statement } from '../../db/statement.ts';
import { ERASED_EMAIL, ERASED_TEXT } from '../../kernel/erased.ts';
import { removeObjectsJob } from '../../jobs/media.remove.job.ts';
import { newId } from '../../kernel/ids.ts';
import { orderSteps, ordersStep, type ErasureStep } from './orderSteps.ts';

const erased = `'${ERASED_TEXT}'`;

const eraseCredit = statement('dataRequests.eraseCredit')<{ customerIds: readonly string[] }>(
  `UPDATE credit_entries e SET note = ${erased} FROM credit_accounts a
   WHERE a.id = e.account_id AND a.customer_id = ANY (:customerIds::text[]) AND e.note NOT IN ('', ${erased})`,
);

/** Their providers have detached them by now. */
const deleteCards = statement('dataRequests.deleteCards')<{ customerIds: readonly string[] }>(
  `DELETE FROM saved_payment_methods WHERE customer_id = ANY (:customerIds::text[])`,
);

/** What was agreed to ends, and what is left of the address is a hash, by which the opt-out is known. */
const eraseConsents = statement('dataRequests.eraseConsents')<{
  emails: readonly string[];
  customerIds: readonly string[];
}>(
  `WITH asked AS (
     DELETE FROM newsletter_requests WHERE address_key = ANY (:emails::text[])
   ), under_others AS (
     -- Of an address that is another person's by now, whose consent the row proves.
     UPDATE consents SET ip = NULL
     WHERE customer_id = ANY (:customerIds::text[]) AND ip IS NOT NULL AND address_key <> ALL (:emails)
   )
   UPDATE consents SET address_key = address_hash(address_key), ip = NULL
   WHERE address_key = ANY (:emails)`,
);

const deleteInvitations = statement('dataRequests.deleteInvitations')<{
  emails: readonly string[];
}>(`DELETE FROM invitations WHERE email_key = ANY (:emails::text[])`);

/** Of an account: also of an address that it once had, or that it never proved. */
const eraseOwnEvents = statement('dataRequests.eraseOwnEvents')<{
  userIds: readonly string[];
  pattern: string;
  replacement: string;
}>(
  `WITH queued AS (
     UPDATE graphile_worker._private_jobs j
     SET payload = regexp_replace(j.payload::text, :pattern::text, :replacement::text, 'g')::json
     WHERE j.payload::text ~ :pattern
       AND EXISTS (SELECT FROM unnest(:userIds::text[]) AS id WHERE strpos(j.payload::text, id) > 0)
   )
   UPDATE events e SET payload = regexp_replace(e.payload::text, :pattern, :replacement, 'g')::jsonb
   WHERE e.payload::text ~ :pattern AND e.payload ->> 'userId' = ANY (:userIds)`,
);
const addressMember = {
  pattern: String.raw`"(email|previousEmail)"\s*:\s*"[^"\\]*"`,
  replacement: String.raw`"\1":"${ERASED_EMAIL}"`,
};

/** Events and jobs carry ids; an address that one carries nevertheless is replaced. */
const eraseEvents = statement('dataRequests.eraseEvents')<{ pattern: string }>(
  `UPDATE events SET payload = regexp_replace(payload::text, :pattern::text, '${ERASED_EMAIL}', 'g')::jsonb
   WHERE payload::text ~ :pattern`,
);
const eraseJobs = statement('dataRequests.eraseJobs')<{ pattern: string }>(
  `UPDATE graphile_worker._private_jobs
   SET payload = regexp_replace(payload::text, :pattern::text, '${ERASED_EMAIL}', 'g')::json,
     last_error = regexp_replace(last_error, :pattern, '${ERASED_EMAIL}', 'g')
   WHERE payload::text ~ :pattern OR last_error ~ :pattern`,
);

/** Finds an address, and no longer one that ends with it. */
const patternOf = (email: string) =>
  `(?<![[:alnum:]._%+-])${email.replaceAll(/[^\p{L}\p{N}@]/gu, String.raw`\$&`)}(?![[:alnum:]-])`;

const eraseExports = statement('dataRequests.eraseExports')<{ customerIds: readonly string[] }>(
  `UPDATE data_requests SET state = 'expired', file_key = NULL, finished_at = coalesce(finished_at, now())
   WHERE customer_id = ANY (:customerIds::text[]) AND kind = 'export' AND state <> 'expired'`,
);

/** Who brings a file for them at this moment is waited for; who comes later finds them erased. */
const lockCustomers = statement('dataRequests.lockCustomers')<
  { customerIds: readonly string[] },
  { id: string }
>(`SELECT id FROM customers WHERE id = ANY (:customerIds::text[]) ORDER BY id FOR NO KEY UPDATE`);

const deleteFiles = statement('dataRequests.deleteFiles')<
  { customerIds: readonly string[] },
  { key: string },
  'key'
>(
  `WITH brought AS (
     DELETE FROM uploads WHERE customer_id = ANY (:customerIds::text[]) RETURNING storage_key
   ), kept AS (
     DELETE FROM files WHERE customer_id = ANY (:customerIds) RETURNING storage_key, derivatives
   )
   SELECT storage_key AS key FROM brought
   UNION ALL SELECT storage_key FROM kept
   UNION ALL SELECT d ->> 'key' FROM kept CROSS JOIN jsonb_array_elements(kept.derivatives) d`,
);

const KEYS_PER_JOB = 100;

/** All of an erasure but the accounts, in its order. */
export const erasureSteps: readonly ErasureStep[] = [
  ordersStep,
  ...orderSteps,
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
    // Their bytes are deleted by jobs of the same transaction: none is forgotten while the storage is down.
    name: 'files',
    async run({ queue }, ctx, { person: { customerIds } }) {
      await ctx.db.query(lockCustomers, { customerIds });
      const keys = (await ctx.db.query(deleteFiles, { customerIds })).map(({ key }) => key);
      for (let at = 0; at < keys.length; at += KEYS_PER_JOB) {
        await queue.enqueue(ctx, removeObjectsJob, { keys: keys.slice(at, at + KEYS_PER_JOB) });
      }
    },
  },
  {
    name: 'consents',
    async run(_deps, { db }, { person: { provedEmails: emails, customerIds } }) {
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
      await db.execute(eraseConsents, { emails, customerIds });
    },
  },
  {
    name: 'invitations',
    async run(_deps, { db }, { person: { provedEmails: emails } }) {
      await db.execute(deleteInvitations, { emails });
    },
  },
  {
    name: 'events',
    async run(_deps, { db }, { person: { emails, userIds } }) {
      await db.execute(eraseOwnEvents, { userIds, ...addressMember });
      for (const pattern of emails.map(patternOf)) {
        await db.execute(eraseEvents, { pattern });
        await db.execute(eraseJobs, { pattern });
      }
    },
  },
  {
    name: 'exports',
    async run(_deps, { db }, { person: { customerIds } }) {
      await db.execute(eraseExports, { customerIds });
    },
  },
];
