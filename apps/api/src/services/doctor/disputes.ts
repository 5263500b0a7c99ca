import type { Check } from './check.ts';

/** What a dispute has written to its payment's ledger, beside the dispute itself. */
const entries = `
  SELECT d.id, d.status, d.stage, d.amount, d.currency, d.provider_id,
    jsonb_object_agg(e.kind, e.amount) FILTER (WHERE e.kind IS NOT NULL) AS written
  FROM disputes d
  LEFT JOIN payment_entries e ON e.payment_id = d.payment_id AND e.reference = d.provider_id
    AND e.kind IN ('disputed', 'dispute_won', 'dispute_lost')
  GROUP BY d.id`;

/** Disputes and the money that they take. */
export const disputeChecks: readonly Check[] = [
  {
    // One that was lost and is won on appeal has all three.
    id: 'D1',
    title: "A dispute has taken what its status says from its payment's ledger, and no more.",
    cheap: false,
    sql: `SELECT id, CASE
            WHEN stage IS NULL THEN format('%s, a status that no one knows', status)
            WHEN stage = 'none' AND written IS NOT NULL
              OR stage <> 'none' AND (written ->> 'disputed')::bigint IS DISTINCT FROM amount
              OR stage = 'open' AND written ?| ARRAY['dispute_won', 'dispute_lost']
              OR stage = 'lost' AND written ? 'dispute_won'
              OR stage IN ('won', 'lost')
                AND (written ->> ('dispute_' || stage))::bigint IS DISTINCT FROM amount
            THEN format('%s over %s %s, in the ledger %s', status, amount, currency,
              coalesce(written::text, 'nothing')) END
          FROM (${entries}) AS d`,
  },
  {
    id: 'D2',
    title: 'Dispute entries of a ledger belong to a dispute of that payment.',
    cheap: false,
    sql: `SELECT e.id, CASE WHEN d.id IS NULL
            THEN format('%s %s of %s, by %s', e.kind, e.amount, e.payment_id, e.reference) END
          FROM payment_entries e
          LEFT JOIN disputes d ON d.payment_id = e.payment_id AND d.provider_id = e.reference
          WHERE e.kind IN ('disputed', 'dispute_won', 'dispute_lost')`,
  },
];
