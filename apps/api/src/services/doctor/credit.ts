import { statement } from '../../db/statement.ts';
import { localProvider } from '../../domains/payments.enums.ts';
import type { Check, Repaired } from './check.ts';

const lockAccount = statement('doctor.lockAccount')<{ id: string }>(
  `SELECT FROM credit_accounts WHERE id = :id FOR UPDATE`,
);

const recountBalance = statement('doctor.recount.balance')<{ id: string }, Repaired>(
  `WITH ledger AS (
     SELECT coalesce(sum(amount), 0)::bigint AS balance FROM credit_entries WHERE account_id = :id
   ), was AS (
     SELECT balance FROM credit_accounts WHERE id = :id
   ), repaired AS (
     UPDATE credit_accounts a SET balance = l.balance FROM ledger l
     WHERE a.id = :id AND a.balance <> l.balance
     RETURNING a.balance
   )
   SELECT jsonb_build_object('balance', was.balance) AS before,
          jsonb_build_object('balance', repaired.balance) AS after
   FROM was, repaired`,
);

/** Gift cards and store credit. */
export const creditChecks: readonly Check[] = [
  {
    id: 'K1',
    title: "An account's balance is the sum of its ledger.",
    cheap: false,
    sql: `SELECT a.id, CASE WHEN a.balance <> coalesce(e.amount, 0)
            THEN format('balance %s, ledger %s', a.balance, coalesce(e.amount, 0)) END
          FROM credit_accounts a
          LEFT JOIN (
            SELECT account_id, sum(amount) AS amount FROM credit_entries GROUP BY account_id
          ) e ON e.account_id = a.id`,
    repair: { locks: [lockAccount], apply: recountBalance },
  },
  {
    id: 'K2',
    title: 'No balance is below nothing, and a ledger adds and takes as its kinds say.',
    cheap: false,
    sql: `SELECT a.id, CASE WHEN a.balance < 0 THEN format('balance %s', a.balance)
            WHEN bool_or(e.kind NOT IN ('issued', 'released', 'refunded', 'held', 'adjusted')
              OR (e.kind = 'held' AND e.amount >= 0)
              OR (e.kind IN ('issued', 'released', 'refunded') AND e.amount <= 0) OR e.amount = 0)
              THEN 'an entry whose amount does not fit its kind' END
          FROM credit_accounts a LEFT JOIN credit_entries e ON e.account_id = a.id GROUP BY a.id`,
  },
  {
    id: 'K3',
    title:
      'A payment from an account holds its amount there for as long as it counts, in its currency.',
    cheap: false,
    sql: `SELECT p.id, CASE
            WHEN (p.provider = '${localProvider.credit}') <> (a.id IS NOT NULL) THEN 'no account'
            WHEN p.currency <> a.currency THEN 'another currency than the account'
            WHEN coalesce(h.amount, 0) <> CASE WHEN p.status IN ('failed', 'canceled') THEN 0 ELSE -p.amount END
              THEN format('%s, amount %s, held %s', p.status, p.amount, -coalesce(h.amount, 0)) END
          FROM payments p
          LEFT JOIN credit_accounts a ON a.id = p.credit_account_id
          LEFT JOIN (
            SELECT account_id, reference, sum(amount) AS amount FROM credit_entries
            WHERE kind IN ('held', 'released') GROUP BY account_id, reference
          ) h ON h.account_id = a.id AND h.reference = p.id
          WHERE p.provider = '${localProvider.credit}' OR p.credit_account_id IS NOT NULL`,
  },
  {
    id: 'K4',
    title: 'What an account gave for an order, or got back, is of a payment from it.',
    cheap: false,
    sql: `SELECT e.id, CASE WHEN p.id IS NULL
            THEN format('%s %s on %s for %s, which is no payment from it', e.kind, e.amount, e.account_id, e.reference) END
          FROM credit_entries e
          LEFT JOIN refund_transfers t ON t.id = e.reference AND e.kind = 'refunded'
          LEFT JOIN payments p ON p.credit_account_id = e.account_id
            AND p.id = CASE e.kind WHEN 'refunded' THEN t.payment_id ELSE e.reference END
          WHERE e.kind IN ('held', 'released', 'refunded')`,
  },
  {
    id: 'K5',
    title: 'What was refunded of a payment from an account is on that account again.',
    cheap: false,
    sql: `SELECT p.id, CASE WHEN p.refunded <> coalesce(sum(e.amount), 0)
            THEN format('refunded %s, on the account %s', p.refunded, coalesce(sum(e.amount), 0)) END
          FROM payments p
          LEFT JOIN refund_transfers t ON t.payment_id = p.id
          LEFT JOIN credit_entries e ON e.account_id = p.credit_account_id AND e.kind = 'refunded'
            AND e.reference = t.id
          WHERE p.provider = '${localProvider.credit}' GROUP BY p.id`,
  },
];
