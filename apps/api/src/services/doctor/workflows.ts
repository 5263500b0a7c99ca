import { localProvider } from '../../domains/payments.enums.ts';
import type { Check } from './check.ts';

/**
 * Whether it is by design that a workflow `w` waits for a person: what was paid outside of the shop is
 * paid back there too, and whether another sum than was asked for will do, or when what is held is
 * captured, is for staff to decide.
 */
const waitsByDesign = `CASE w.kind
  WHEN 'refund' THEN EXISTS (SELECT FROM refund_transfers t JOIN payments p ON p.id = t.payment_id
      WHERE t.refund_id = w.subject_id AND t.status = 'pending' AND p.provider = '${localProvider.manual}')
    AND NOT EXISTS (SELECT FROM refund_transfers t
      WHERE t.refund_id = w.subject_id AND t.status = 'failed')
  ELSE EXISTS (SELECT FROM orders o WHERE o.id = w.subject_id
    AND o.payment_status IN ('partially_paid', 'authorized')) END`;

/** How far checkouts and refunds are. */
export const workflowChecks: readonly Check[] = [
  {
    id: 'W1',
    title: 'No workflow is long past its deadline: it has moved, or was swept.',
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
    title: 'No workflow needs attention.',
    cheap: true,
    sql: `SELECT id, CASE WHEN state = 'needs_person' AND NOT ${waitsByDesign}
            THEN format('%s of %s at %s: %s', kind, subject_id, step, last_error) END
          FROM workflows w WHERE state IN ('running', 'waiting', 'needs_person')`,
  },
  {
    id: 'W5',
    title: 'Nothing waits for staff: to be paid back by hand, or to be decided.',
    cheap: true,
    waits: true,
    sql: `SELECT id, CASE WHEN state = 'needs_person' AND ${waitsByDesign}
            THEN format('%s of %s at %s: %s', kind, subject_id, step, last_error) END
          FROM workflows w WHERE state IN ('running', 'waiting', 'needs_person')`,
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
