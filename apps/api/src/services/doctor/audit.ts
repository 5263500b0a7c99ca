import { contentHashOfEntries, hashOfSeal, personalDigestOfEntry } from '../audit/sql.ts';
import { NAMED_OFFENDERS, type Check } from './check.ts';

/** The audit log's chain (ADR 24). What was recorded within the last minute has no seal yet. */
export const auditChecks: readonly Check[] = [
  {
    id: 'A1',
    title: 'Every sealed audit entry is as it was when it was sealed.',
    cheap: false,
    sql: `SELECT e.id, CASE
            WHEN s.number IS NULL THEN format('its seal %s is gone', e.seal)
            WHEN e.erased_at IS NOT NULL THEN
              CASE WHEN e.id NOT IN (
                SELECT jsonb_array_elements_text(x.details -> 'entries') FROM audit_entries x
                WHERE x.action = 'audit.erase' AND jsonb_typeof(x.details -> 'entries') = 'array'
              ) THEN 'erased, and no entry says so' END
            WHEN e.personal_digest IS DISTINCT FROM ${personalDigestOfEntry}
              THEN 'reason, details, before, after or address differ from what was sealed' END
          FROM audit_entries e LEFT JOIN audit_seals s ON s.number = e.seal
          WHERE e.seal IS NOT NULL`,
  },
  {
    id: 'A2',
    title: 'Every seal of the audit log covers the entries that it was made over, in their order.',
    cheap: false,
    sql: `SELECT s.number::text, CASE
            WHEN s.entries <> coalesce(f.entries, 0)
              THEN format('made over %s entries, %s found', s.entries, coalesce(f.entries, 0))
            WHEN s.content_hash IS DISTINCT FROM f.content_hash THEN 'its entries were changed' END
          FROM audit_seals s
          LEFT JOIN (
            SELECT e.seal, count(*) AS entries, ${contentHashOfEntries} AS content_hash
            FROM audit_entries e WHERE e.seal IS NOT NULL GROUP BY e.seal
          ) f ON f.seal = s.number`,
  },
  {
    id: 'A3',
    title: 'The seals of the audit log are one chain from the first to the last.',
    cheap: false,
    sql: `SELECT s.number::text, CASE
            WHEN s.number <> coalesce(s.number_before, 0) + 1 THEN 'the seal before it is missing'
            WHEN s.previous_hash <> coalesce(s.hash_before, repeat('0', 64))
              THEN 'it does not follow the seal before it'
            WHEN s.hash <> ${hashOfSeal} THEN 'it was changed' END
          FROM (
            SELECT *, lag(number) OVER chain AS number_before, lag(hash) OVER chain AS hash_before
            FROM audit_seals WINDOW chain AS (ORDER BY number)
          ) s`,
  },
  {
    // The database does not know the key, so no one who can only write there can make a seal.
    id: 'A4',
    title: 'Every seal of the audit log is signed by the shop.',
    cheap: false,
    async tally({ audit }, ctx) {
      const { examined, forged } = await audit.forgedSeals(ctx);
      const offenders = forged
        .slice(0, NAMED_OFFENDERS)
        .map(({ number, wrong }) => ({ id: String(number), wrong }));
      return { examined, broken: forged.length, offenders };
    },
  },
  {
    // The job seals every minute; until then a change of an entry does not show.
    id: 'A5',
    title: 'No audit entry waits long for its seal.',
    cheap: true,
    sql: `SELECT e.id, CASE WHEN e.created_at < now() - interval '15 minutes'
            THEN format('recorded %s, and not sealed', to_char(e.created_at, 'YYYY-MM-DD HH24:MI TZ')) END
          FROM audit_entries e WHERE e.seal IS NULL`,
  },
];
