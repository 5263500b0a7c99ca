import type { Check } from './check.ts';

/** What providers keep of payments. */
export const feeChecks: readonly Check[] = [
  {
    id: 'P1h',
    title: 'A provider has taken its fee once at most, and of money that came.',
    cheap: false,
    sql: `SELECT p.id, CASE
            WHEN count(*) > 1 THEN format('%s fees', count(*))
            WHEN p.captured = 0 THEN format('a fee of %s, and nothing captured', p.fee) END
          FROM payments p JOIN payment_entries e ON e.payment_id = p.id AND e.kind = 'fee'
          GROUP BY p.id`,
  },
];
