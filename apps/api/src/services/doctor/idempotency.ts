import type { Check } from './check.ts';

/** `Idempotency-Key`: what is kept of a request, and for how long. */
export const idempotencyChecks: readonly Check[] = [
  {
    id: 'I1a',
    title: 'Every answer that is kept can be given again, and none is a breakdown.',
    cheap: false,
    sql: `SELECT principal || ' ' || route || ' ' || key,
            CASE WHEN status NOT BETWEEN 200 AND 499 OR (status IS NOT NULL AND (body IS NULL OR headers IS NULL))
              THEN format('status %s', status) END
          FROM idempotency_keys`,
  },
  {
    id: 'I1b',
    title: 'No request holds its key for longer than a request can last.',
    cheap: false,
    sql: `SELECT principal || ' ' || route || ' ' || key,
            CASE WHEN status IS NULL AND leased_until > now() + interval '15 minutes'
              THEN format('leased until %s', to_char(leased_until, 'YYYY-MM-DD HH24:MI TZ')) END
          FROM idempotency_keys`,
  },
  {
    id: 'I1c',
    title: 'Keys are forgotten after a day, answered or not.',
    cheap: false,
    sql: `SELECT principal || ' ' || route || ' ' || key,
            CASE WHEN created_at < now() - interval '26 hours' AND leased_until < now()
              THEN format('%s, of %s', coalesce('answered ' || status, 'never answered'),
                to_char(created_at, 'YYYY-MM-DD HH24:MI TZ')) END
          FROM idempotency_keys`,
  },
];
