import type { Check } from './check.ts';

/** What a dispute has written to its payment's ledger, beside the dispute itself. */
const entries = `
  SELECT d.id, d.status, d.amount, d.currency, d.provider_id,
    jsonb_object_agg(e.kind, e.amount) FILTER (WHERE e.kind IS NOT NULL) AS written
  FROM disputes d
  LEFT JOIN payment_entries e ON e.payment_id = d.payment_id AND e.reference = d.provider_id
    AND e.kind IN ('disputed', 'dispute_won', 'dispute_lost')
  GROUP BY d.id`;

/**
 * Disputes and the money that they take. By the statuses' meaning for the money, as the shop has it
 * too (services/disputes/stages.ts).
 */
export const disputeChecks: readonly Check[] = [
  {
    // One that was lost and is won on appeal has all three.
    id: 'D1',
    title: "A dispute has taken what its status says from its payment's ledger, and no more.",
    cheap: false,
    sql: `SELECT id, CASE
            WHEN wanted IS NULL THEN format('%s, a status that nobody knows', status)
            WHEN wanted = 'none' AND written IS NOT NULL
              OR wanted <> 'none' AND (written ->> 'disputed')::bigint IS DISTINCT FROM amount
              OR wanted = 'disputed' AND written ?| ARRAY['dispute_won', 'dispute_lost']
              OR wanted = 'dispute_lost' AND written ? 'dispute_won'
              OR wanted LIKE 'dispute\\_%' AND (written ->> wanted)::bigint IS DISTINCT FROM amount
            THEN format('%s over %s %s, in the ledger %s', status, amount, currency,
              coalesce(written::text, 'nothing')) END
          FROM (
            SELECT *, CASE
              WHEN status IN ('needs_response', 'under_review') THEN 'disputed'
              WHEN status IN ('lost', 'appeal_needs_response', 'appeal_under_review') THEN 'dispute_lost'
              WHEN status = 'won' THEN 'dispute_won'
              WHEN status IN ('warning_needs_response', 'warning_under_review', 'warning_closed',
                'prevented') THEN 'none' END AS wanted
            FROM (${entries}) AS d
          ) AS d`,
  },
  {
    id: 'D2',
    title: 'What a ledger tells of a dispute is of a dispute of that payment.',
    cheap: false,
    sql: `SELECT e.id, CASE WHEN d.id IS NULL
            THEN format('%s %s of %s, by %s', e.kind, e.amount, e.payment_id, e.reference) END
          FROM payment_entries e
          LEFT JOIN disputes d ON d.payment_id = e.payment_id AND d.provider_id = e.reference
          WHERE e.kind IN ('disputed', 'dispute_won', 'dispute_lost')`,
  },
];
