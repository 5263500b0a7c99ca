import { statement, type Statement } from '../../db/statement.ts';
import { localProvider } from '../../domains/payments.enums.ts';
import { escalatedSql, paymentLeft } from '../payments/sql.ts';
import { needsPersonSql } from '../workflows/sql.ts';
import type { Check, Repaired, RowId } from './check.ts';

const lockOrderOfPayment = statement('doctor.lockOrderOfPayment')<{ id: string }>(
  `SELECT FROM orders WHERE id = (SELECT order_id FROM payments WHERE id = :id) FOR UPDATE`,
);

const lockPayment = statement('doctor.lockPayment')<{ id: string }>(
  `SELECT FROM payments WHERE id = :id FOR UPDATE`,
);

/** As everywhere: the order first. */
export const paymentLocks: readonly Statement<RowId, object>[] = [lockOrderOfPayment, lockPayment];

/** The figures of payments as their ledgers have them; the same arithmetic as the trigger's. */
const ledgerFigures = `
  coalesce(sum(amount) FILTER (WHERE kind = 'authorized'), 0)::bigint AS authorized,
  coalesce(sum(amount) FILTER (WHERE kind = 'captured'), 0)::bigint AS captured,
  coalesce(sum(CASE kind WHEN 'refunded' THEN amount WHEN 'refund_failed' THEN -amount END), 0)::bigint AS refunded,
  coalesce(sum(CASE kind WHEN 'disputed' THEN amount WHEN 'dispute_won' THEN -amount END), 0)::bigint AS disputed,
  coalesce(sum(amount) FILTER (WHERE kind = 'fee'), 0)::bigint AS fee`;

const figures = (alias: string) =>
  `(${alias}.authorized, ${alias}.captured, ${alias}.refunded, ${alias}.disputed, ${alias}.fee)`;

const figuresAsJson = (alias: string) =>
  `jsonb_build_object('authorized', ${alias}.authorized, 'captured', ${alias}.captured,
     'refunded', ${alias}.refunded, 'disputed', ${alias}.disputed, 'fee', ${alias}.fee)`;

const recountFigures = statement('doctor.recount.figures')<{ id: string }, Repaired>(
  `WITH ledger AS (
     SELECT ${ledgerFigures} FROM payment_entries WHERE payment_id = :id
   ), was AS (
     SELECT * FROM payments WHERE id = :id
   ), repaired AS (
     UPDATE payments p SET authorized = l.authorized, captured = l.captured, refunded = l.refunded,
       disputed = l.disputed, fee = l.fee, updated_at = now()
     FROM ledger l
     WHERE p.id = :id AND ${figures('p')} IS DISTINCT FROM ${figures('l')}
     RETURNING p.id
   )
   SELECT ${figuresAsJson('was')} AS before, ${figuresAsJson('ledger')} AS after
   FROM was, ledger, repaired`,
);

/**
 * Selects payments whose money belongs to no order, does not go back and waits for no person.
 * @param wrong a condition on `f`: how much that is, and what came again on appeal.
 */
const unclaimed = (wrong: string) =>
  `SELECT p.id, CASE
     WHEN o.status NOT IN ('confirmed', 'completed') AND ${wrong}
       AND NOT ${needsPersonSql('checkout', 'o.id')}
     THEN format('captured %s, of which %s goes back or is disputed; %s is %s',
       p.captured, p.refunded + p.refunding + p.disputed, o.id, o.status) END
   FROM payments p
   JOIN orders o ON o.id = p.order_id
   CROSS JOIN LATERAL (
     SELECT ${paymentLeft} - ${escalatedSql} AS unclaimed,
       coalesce((
         SELECT sum(e.amount) FROM payment_entries e
         JOIN payment_entries l ON l.payment_id = e.payment_id AND l.reference = e.reference
         WHERE e.payment_id = p.id AND e.kind = 'dispute_won' AND l.kind = 'dispute_lost'), 0) AS appealed
   ) AS f
   WHERE p.captured > 0`;

/** What must be true of a payment, its ledger and its order, beyond the sums. */
export const paymentChecks: readonly Check[] = [
  {
    id: 'P1a',
    title: "A payment's figures are the sums of its ledger.",
    cheap: false,
    sql: `SELECT p.id, CASE WHEN ${figures('p')} IS DISTINCT FROM
              (coalesce(l.authorized, 0), coalesce(l.captured, 0), coalesce(l.refunded, 0),
               coalesce(l.disputed, 0), coalesce(l.fee, 0))
            THEN format('authorized, captured, refunded, disputed, fee are %s, in the ledger %s',
              ${figures('p')}::text, coalesce(${figures('l')}::text, 'nothing')) END
          FROM payments p
          LEFT JOIN (
            SELECT payment_id, ${ledgerFigures} FROM payment_entries GROUP BY payment_id
          ) l ON l.payment_id = p.id`,
    repair: { locks: paymentLocks, apply: recountFigures },
  },
  {
    id: 'P1b',
    title: "No more was captured than the payment's amount, and no more refunded than captured.",
    cheap: false,
    sql: `SELECT id, CASE WHEN least(amount, authorized, captured, refunded, refunding, disputed, fee) < 0
              OR captured > amount OR refunded + refunding > captured OR disputed > captured
            THEN format('amount %s, authorized %s, captured %s, refunded %s, refunding %s, disputed %s, fee %s',
              amount, authorized, captured, refunded, refunding, disputed, fee) END
          FROM payments`,
  },
  {
    // Surplus captures are recorded, and refunded in full: then they do not count.
    id: 'P1c',
    title: "What an order's payments keep is at most its total.",
    cheap: false,
    sql: `SELECT o.id, CASE WHEN sum(p.captured) FILTER (WHERE p.captured > p.refunded + p.refunding) > o.total
            THEN format('total %s, captured %s', o.total, sum(p.captured)) END
          FROM orders o JOIN payments p ON p.order_id = o.id GROUP BY o.id`,
  },
  {
    id: 'P1d',
    title:
      'A ledger has one capture at most, known kinds, amounts above nothing, and the currency of its payment.',
    cheap: false,
    sql: `SELECT p.id, CASE
            WHEN count(*) FILTER (WHERE e.kind = 'captured') > 1 THEN 'captured more than once'
            WHEN bool_or(e.amount <= 0) THEN 'an amount of nothing or less'
            WHEN bool_or(e.currency <> p.currency) THEN 'another currency'
            WHEN bool_or(e.kind NOT IN ('authorized', 'captured', 'refunded', 'refund_failed', 'disputed',
              'dispute_won', 'dispute_lost', 'fee')) THEN 'an unknown kind'
            WHEN count(*) > count(DISTINCT (e.kind, e.reference)) THEN 'the same entry twice'
            END
          FROM payments p JOIN payment_entries e ON e.payment_id = p.id GROUP BY p.id`,
  },
  {
    id: 'P1e',
    title: 'A payment has succeeded exactly when money was captured.',
    cheap: false,
    sql: `SELECT id, CASE WHEN amount > 0 AND (status = 'succeeded') <> (captured > 0)
            THEN format('%s, captured %s', status, captured) END
          FROM payments`,
  },
  {
    id: 'P1f',
    title:
      'An order has one payment in play with each provider, and no two payments are the same one there.',
    cheap: false,
    sql: `SELECT order_id, CASE WHEN count(*) > 1
            THEN format('%s payments in play with %s', count(*), provider) END
          FROM payments WHERE status IN ('pending', 'requires_action', 'processing', 'authorized')
          GROUP BY order_id, provider, credit_account_id
          UNION ALL
          SELECT provider_id, CASE WHEN count(*) > 1
            THEN format('is %s', string_agg(id, ' and ' ORDER BY id)) END
          FROM payments WHERE provider_id IS NOT NULL GROUP BY provider_id`,
  },
  {
    id: 'P1g',
    // Of those that take the place of one another, each asks the same.
    title: "An order's payments are in its currency, and their amounts add up to its total.",
    cheap: false,
    sql: `SELECT o.id, CASE
            WHEN p.asked IS NULL THEN 'no payment'
            WHEN p.currency IS DISTINCT FROM o.currency THEN 'another currency'
            WHEN p.asked <> o.total THEN format('total %s, to pay %s', o.total, p.asked) END
          FROM orders o
          LEFT JOIN (
            SELECT order_id, sum(worth) AS asked, CASE WHEN min(low) = max(high) THEN min(low) END AS currency
            FROM (
              SELECT order_id, max(amount) AS worth, min(currency) AS low, max(currency) AS high
              FROM payments GROUP BY order_id, provider, credit_account_id
            ) AS shares
            GROUP BY order_id
          ) p ON p.order_id = o.id`,
  },
  {
    // An open call for a person is reported by W2.
    id: 'P2',
    title:
      'Captured money belongs to a confirmed order, is being refunded, or awaits a decision of staff.',
    cheap: false,
    sql: unclaimed('f.unclaimed > f.appealed'),
  },
  {
    // Its loss had ended the order. Whether it is sent after all or paid back, staff were asked by mail.
    id: 'P5',
    title: 'No money that came again on appeal, for an order that has ended, waits for staff.',
    cheap: false,
    waits: true,
    sql: unclaimed('f.unclaimed BETWEEN 1 AND f.appealed'),
  },
  {
    // The same reckoning as the shop's own: what came twice from one provider is surplus, and going
    // back it makes no refund of the order.
    id: 'P3',
    title: "An order's payment status agrees with its payments' figures.",
    cheap: false,
    sql: `SELECT o.id, CASE WHEN NOT o.payment_status::text = ANY (CASE
              WHEN m.captured = 0 AND m.due = 0 THEN ARRAY['paid']
              WHEN m.captured = 0 THEN ARRAY['unpaid', 'failed', 'authorized']
              WHEN m.open > 0 THEN ARRAY['disputed']
              WHEN m.refunded <= m.surplus AND m.captured - m.surplus < m.awaited THEN ARRAY['partially_paid']
              WHEN m.refunded <= m.surplus THEN ARRAY['paid']
              WHEN m.refunded < m.captured THEN ARRAY['partially_refunded']
              ELSE ARRAY['refunded'] END)
            THEN format('%s, captured %s, refunded or lost %s, in dispute %s',
              o.payment_status, m.captured, m.refunded, m.open) END
          FROM orders o
          JOIN (
            SELECT order_id, sum(captured) AS captured, sum(refunded) AS refunded,
              max(open) AS open, sum(due) AS due, sum(greatest(captured - worth, 0)) AS surplus,
              sum(worth - held) AS awaited
            FROM (
              SELECT p.order_id, sum(p.captured) AS captured,
                sum(p.refunded + coalesce(l.amount, 0)) AS refunded,
                max(p.disputed - coalesce(l.amount, 0)) AS open,
                sum(p.amount) AS due, max(p.amount) AS worth,
                -- Credit is taken as soon as the rest has come.
                coalesce(sum(p.amount) FILTER (WHERE p.provider = '${localProvider.credit}' AND p.status = 'authorized'), 0) AS held
              FROM payments p
              -- What was lost in a dispute, and not won on appeal, has gone back to the customer too.
              LEFT JOIN (
                SELECT e.payment_id, sum(e.amount) AS amount FROM payment_entries e
                WHERE e.kind = 'dispute_lost' AND NOT EXISTS (SELECT FROM payment_entries w
                  WHERE w.payment_id = e.payment_id AND w.kind = 'dispute_won' AND w.reference = e.reference)
                GROUP BY e.payment_id
              ) l ON l.payment_id = p.id
              GROUP BY p.order_id, p.provider, p.credit_account_id
            ) AS shares
            GROUP BY order_id
          ) m ON m.order_id = o.id`,
  },
  {
    id: 'P4',
    title: 'The last reconciliation has left nothing to a person.',
    cheap: true,
    sql: `SELECT f.value ->> 'providerId', CASE WHEN f.value ->> 'action' = 'needs_person'
            THEN format('%s: %s',
                -- Rows of earlier releases have the older word.
                replace(f.value ->> 'kind', 'missed_news', 'missed_update'), f.value ->> 'detail') END
          FROM (
            SELECT DISTINCT ON (provider) findings FROM reconciliations
            WHERE finished_at IS NOT NULL ORDER BY provider, started_at DESC
          ) last
          CROSS JOIN LATERAL jsonb_array_elements(last.findings) AS f`,
  },
];
