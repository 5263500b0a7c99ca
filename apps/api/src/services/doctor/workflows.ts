import type { Check } from './check.ts';

/** How far checkouts and refunds are. */
export const workflowChecks: readonly Check[] = [
  {
    id: 'W1',
    title: 'No workflow is long past its deadline: it has moved, or somebody has looked after it.',
    cheap: true,
    sql: `SELECT id, CASE
            WHEN state = 'running' AND deadline_at IS NULL THEN format('%s of %s at %s, %s, without a deadline', kind, subject_id, step, state)
            WHEN deadline_at < now() - interval '15 minutes'
            THEN format('%s of %s at %s, %s, deadline %s', kind, subject_id, step, state,
              to_char(deadline_at, 'YYYY-MM-DD HH24:MI TZ')) END
          FROM workflows WHERE state IN ('running', 'waiting')`,
  },
  {
    id: 'W2',
    title: 'No workflow waits for a person.',
    cheap: true,
    sql: `SELECT id, CASE WHEN state = 'needs_person'
            THEN format('%s of %s at %s: %s', kind, subject_id, step, last_error) END
          FROM workflows WHERE state IN ('running', 'waiting', 'needs_person')`,
  },
  {
    id: 'W3',
    title: 'A workflow is of something that exists.',
    cheap: false,
    sql: `SELECT w.id, CASE WHEN o.id IS NULL AND r.id IS NULL
            THEN format('%s of %s', w.kind, w.subject_id) END
          FROM workflows w
          LEFT JOIN orders o ON w.kind = 'checkout' AND o.id = w.subject_id
          LEFT JOIN refunds r ON w.kind = 'refund' AND r.id = w.subject_id`,
  },
  {
    id: 'W4',
    title: 'A checkout that has ended has ended as its order has.',
    cheap: false,
    sql: `SELECT w.id, CASE
            WHEN w.state = 'succeeded' AND o.status NOT IN ('confirmed', 'completed')
              OR w.state = 'compensated' AND o.status NOT IN ('canceled', 'expired')
              OR w.state IN ('running', 'waiting') AND o.status IN ('canceled', 'expired')
            THEN format('%s, but %s is %s', w.state, o.id, o.status) END
          FROM workflows w JOIN orders o ON w.kind = 'checkout' AND o.id = w.subject_id`,
  },
];
