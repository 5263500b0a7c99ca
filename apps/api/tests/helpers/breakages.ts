import {
  contentHashOfEntries,
  hashOfSeal,
  personalDigestOfEntry,
} from '../../src/services/audit/sql.ts';

/** A direct change of the database that breaks an invariant, with the checks that find it. */
interface Breakage {
  /** The check that must find it. */
  check: string;
  how: string;
  sql: string;
  /** Checks that also find it. */
  also?: string[];
}

/** Disables the constraints and triggers that would refuse the changes. */
export const disarm = `
  SET session_replication_role = replica;
  DO $$ DECLARE found record; BEGIN
    FOR found IN SELECT conrelid::regclass AS tab, conname AS name FROM pg_constraint
      WHERE contype = 'c' AND connamespace = 'public'::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', found.tab, found.name); END LOOP;
  END $$;
  DROP INDEX orders_cart_id_key, payments_provider_id_key, payments_one_in_play,
    payment_entries_captured_once, payment_entries_payment_id_kind_reference_key;`;

const order = (state: string) =>
  `(SELECT id FROM orders WHERE status = '${state}' ORDER BY id LIMIT 1)`;
const paidOrder = `(SELECT id FROM orders WHERE payment_status = 'paid' ORDER BY id LIMIT 1)`;
const paidPayment = `(SELECT id FROM payments WHERE order_id = ${paidOrder})`;
const refund = `(SELECT id FROM refunds ORDER BY id LIMIT 1)`;
const transfer = `(SELECT id FROM refund_transfers WHERE status = 'succeeded' ORDER BY id LIMIT 1)`;
const pendingPayment = `(SELECT id FROM payments WHERE order_id = ${order('pending')})`;
const dispute = (status: string, change: string) =>
  `UPDATE disputes SET ${change} WHERE status = '${status}'`;
const account = `(SELECT id FROM credit_accounts ORDER BY id LIMIT 1)`;
const key = `key = (SELECT max(key) FROM idempotency_keys)`;
const auditEntry = (subject: string) =>
  `id = (SELECT max(id) FROM audit_entries WHERE subject = '${subject}')`;
const lastSeal = '(SELECT max(number) FROM audit_seals)';
/** A seal over the entries that name it, right but for its signature. */
const madeUpSeal = `
  INSERT INTO audit_seals
    (number, previous_hash, entries, content_hash, key_id, created_at, hash, signature)
  SELECT s.*, ${hashOfSeal}, repeat('0', 64)
  FROM (
    SELECT l.number + 1 AS number, l.hash AS previous_hash, c.entries, c.content_hash, l.key_id,
      now()::timestamptz(3) AS created_at
    FROM audit_seals l
    CROSS JOIN LATERAL (
      SELECT count(*) AS entries, ${contentHashOfEntries} AS content_hash
      FROM audit_entries e WHERE e.seal = l.number + 1
    ) c
    WHERE l.number = ${lastSeal}
  ) s`;
const insertedEntry = (seal: string) => `
  INSERT INTO audit_entries (id, actor, action, subject, reason, seal, position)
  VALUES ('aud_x', 'staff:admin', 'order.cancel', 'ord_x', 'never happened', ${seal}, 1);
  UPDATE audit_entries e SET personal_digest = ${personalDigestOfEntry} WHERE e.id = 'aud_x'`;

const reservation = (of: string, values: string) => `
  INSERT INTO reservations (id, order_id, variant_id, location_id, quantity, backordered, state)
  SELECT 'res_x', ${of}, variant_id, location_id, ${values}
  FROM reservations WHERE order_id = ${paidOrder} LIMIT 1`;

const moved = (of: string, axis: string, from: string, to: string) => `
  INSERT INTO order_history (id, order_id, axis, from_state, to_state, reason, actor)
  VALUES ('hist_x_${axis}', ${of}, '${axis}', '${from}', '${to}', 'test', 'system')`;

const payment = (columns: string, values: string) => `
  INSERT INTO payments (id, order_id, currency, ${columns}) VALUES ('pay_x', ${values})`;

const workflow = (state: string, deadline: string, subject = order('confirmed')) => `
  DELETE FROM workflows WHERE kind = 'checkout' AND subject_id = ${subject};
  INSERT INTO workflows (id, kind, subject_id, state, step, deadline_at)
  VALUES ('wf_x', 'checkout', ${subject}, '${state}', 'pay', ${deadline})`;

/** At least one broken row for each invariant. */
export const breakages: readonly Breakage[] = [
  {
    check: 'S1',
    how: 'more is reserved than is there',
    sql: `UPDATE stock_levels SET reserved = on_hand + 1`,
    also: ['S2b'],
  },
  {
    check: 'S2a',
    how: 'a shelf was counted by hand',
    sql: `UPDATE stock_levels SET on_hand = on_hand + 1`,
  },
  {
    check: 'S2a',
    how: 'a shelf is gone',
    sql: `DELETE FROM stock_levels`,
    also: ['S2b'],
  },
  {
    check: 'S2b',
    how: 'a reservation was forgotten in the counter',
    sql: `UPDATE stock_levels SET reserved = reserved + 1 WHERE on_hand > reserved`,
  },
  {
    check: 'S3',
    how: 'an expired order has been sold its goods',
    sql: reservation(order('expired'), `1, 1, 'committed'`),
  },
  {
    check: 'S4',
    how: 'an order was sold more than it ordered',
    sql: reservation(paidOrder, `1, 1, 'committed'`),
  },
  {
    check: 'S4',
    how: 'an order holds nothing',
    sql: `DELETE FROM reservations WHERE state = 'live'; UPDATE stock_levels SET reserved = 0`,
  },
  {
    check: 'S5',
    how: 'more left the shelf than was sold',
    sql: `INSERT INTO stock_movements (id, variant_id, location_id, delta, reason, order_id)
          SELECT 'mov_x', variant_id, location_id, -1, 'sale', order_id FROM stock_movements
          WHERE order_id = ${paidOrder};
          UPDATE stock_levels SET on_hand = on_hand - 1
          WHERE variant_id = (SELECT variant_id FROM stock_movements WHERE id = 'mov_x')`,
  },
  {
    check: 'C1',
    how: 'a cart became two orders',
    sql: `DELETE FROM carts WHERE id = (SELECT cart_id FROM orders WHERE id = ${paidOrder});
          UPDATE orders SET cart_id = (SELECT cart_id FROM orders WHERE id = ${order('expired')})
          WHERE id = ${paidOrder}`,
  },
  {
    check: 'C2',
    how: 'a cart that was bought is open',
    sql: `UPDATE carts SET status = 'open' WHERE id = (SELECT min(cart_id) FROM orders)`,
  },
  {
    check: 'O1',
    how: 'the total is not the sum of its parts',
    sql: `UPDATE orders SET total = total + 1 WHERE status = 'pending'`,
    also: ['P1g'],
  },
  {
    check: 'O1',
    how: 'the rounding is still in the total',
    sql: `UPDATE orders SET rounding = -9 WHERE status = 'pending'`,
  },
  {
    check: 'O1',
    how: 'a total was rounded up',
    sql: `UPDATE orders SET rounding = 1, total = total + 1 WHERE status = 'pending'`,
    also: ['P1g'],
  },
  {
    check: 'O2',
    how: 'the lines have more tax than the order',
    sql: `UPDATE order_items SET tax = tax + 1 WHERE order_id = ${order('pending')}`,
  },
  {
    check: 'O2',
    how: 'an order has no lines',
    sql: `DELETE FROM order_items WHERE order_id = ${order('expired')}`,
  },
  {
    check: 'O3',
    how: 'a state that no history tells of',
    sql: `UPDATE orders SET fulfillment_status = 'fulfilled' WHERE status = 'pending'`,
  },
  {
    check: 'O3',
    how: 'a history that leads elsewhere',
    sql: moved(order('pending'), 'order', 'pending', 'confirmed'),
  },
  {
    check: 'O4',
    how: 'no one has looked at an order whose time was up',
    sql: `UPDATE orders SET expires_at = now() - interval '1 hour', look_at = now() - interval '1 hour'
          WHERE status = 'pending'`,
  },
  {
    check: 'O4',
    how: 'an order cannot be ended',
    sql: `UPDATE orders SET expires_at = now() - interval '2 days', look_at = now() WHERE status = 'pending'`,
  },
  {
    check: 'O5',
    how: 'a confirmed order expires',
    sql: `UPDATE orders SET expires_at = now() WHERE status = 'confirmed'`,
  },
  {
    check: 'O5',
    how: 'no one will look at an unpaid order',
    sql: `UPDATE orders SET look_at = NULL WHERE status = 'pending'`,
  },
  {
    check: 'P1a',
    how: 'a figure that no ledger explains',
    sql: `UPDATE payments SET fee = 7 WHERE id = ${paidPayment}`,
  },
  {
    check: 'P1b',
    how: 'more was captured than was to be paid',
    sql: `UPDATE payments SET amount = amount - 1 WHERE id = ${paidPayment}`,
    also: ['P1g'],
  },
  {
    check: 'P1c',
    how: 'an order was captured twice',
    sql: `${payment('provider, status, amount, captured', `${paidOrder}, 'USD', 'manual', 'succeeded', 500, 500`)};
          INSERT INTO payment_entries (id, payment_id, kind, amount, currency, reference)
          VALUES ('pe_x', 'pay_x', 'captured', 500, 'USD', 'x')`,
    also: ['P1g'],
  },
  {
    check: 'P1d',
    how: "a ledger's row is in another currency",
    sql: `UPDATE payment_entries SET currency = 'EUR' WHERE payment_id = ${paidPayment}`,
  },
  {
    check: 'P1d',
    how: 'a payment was captured in two parts',
    sql: `UPDATE payment_entries SET amount = amount - 1
          WHERE payment_id = ${paidPayment} AND kind = 'captured';
          INSERT INTO payment_entries (id, payment_id, kind, amount, currency, reference)
          VALUES ('pe_x', ${paidPayment}, 'captured', 1, 'USD', 'x')`,
  },
  {
    check: 'P1e',
    how: 'a payment with money has not succeeded',
    sql: `UPDATE payments SET status = 'processing' WHERE id = ${paidPayment}`,
  },
  {
    check: 'P1f',
    how: 'two payments of one order are in play',
    sql: payment(
      'provider, status, amount',
      `${order('pending')}, 'USD', 'stripe', 'pending', 500`,
    ),
  },
  {
    check: 'P1f',
    how: 'two payments are the same one at Stripe',
    sql: `UPDATE payments SET provider_id = (SELECT provider_id FROM payments WHERE id = ${paidPayment})
          WHERE id = ${pendingPayment}`,
  },
  {
    check: 'P1g',
    how: 'an order has no payment',
    sql: `DELETE FROM payments WHERE id = ${pendingPayment}`,
  },
  {
    check: 'P1g',
    how: 'less is asked than the order says',
    sql: `UPDATE payments SET amount = amount - 9 WHERE id = ${pendingPayment}`,
  },
  {
    check: 'P1g',
    how: 'more is asked than the order costs',
    sql: `UPDATE payments SET amount = amount + 1 WHERE id = ${pendingPayment}`,
  },
  {
    check: 'P1h',
    how: "Stripe's fee was written down twice",
    sql: `INSERT INTO payment_entries (id, payment_id, kind, amount, currency, reference)
          SELECT 'pe_x' || n, id, 'fee', 1, 'USD', 'txn_x' || n FROM payments, generate_series(1, 2) n
          WHERE id = ${paidPayment};
          UPDATE payments SET fee = fee + 2 WHERE id = ${paidPayment}`,
  },
  {
    check: 'P1h',
    how: 'a fee was taken of money that never came',
    sql: `INSERT INTO payment_entries (id, payment_id, kind, amount, currency, reference)
          VALUES ('pe_x', ${pendingPayment}, 'fee', 1, 'USD', 'txn_x');
          UPDATE payments SET fee = 1 WHERE id = ${pendingPayment}`,
  },
  {
    check: 'P2',
    how: 'money of an order that was canceled does not go back',
    sql: `UPDATE orders SET status = 'canceled' WHERE id = ${paidOrder};
          ${moved(paidOrder, 'order', 'confirmed', 'canceled')}`,
    also: ['S3', 'W4'],
  },
  {
    check: 'P3',
    how: 'an order is refunded in name alone',
    sql: `${moved(paidOrder, 'payment', 'paid', 'refunded')};
          UPDATE orders SET payment_status = 'refunded' WHERE id = ${paidOrder}`,
  },
  {
    check: 'P4',
    how: 'the last reconciliation found money for nothing',
    sql: `INSERT INTO reconciliations (id, provider, since, findings, finished_at)
          VALUES ('rec_x', 'stripe', now(), '[{"kind": "unknown_money", "providerId": "pi_x",
            "action": "needs_person", "detail": "700 USD there"}]', now())`,
  },
  {
    check: 'P5',
    how: 'money came again on appeal after its order had ended',
    sql: `UPDATE orders SET status = 'canceled' WHERE id = ${paidOrder};
          ${moved(paidOrder, 'order', 'confirmed', 'canceled')};
          INSERT INTO payment_entries (id, payment_id, kind, amount, currency, reference)
          SELECT 'pe_x' || e.kind, p.id, e.kind, p.captured, p.currency, 'dp_x'
          FROM payments p, unnest(ARRAY['disputed', 'dispute_lost', 'dispute_won']) AS e (kind)
          WHERE p.id = ${paidPayment}`,
    also: ['D2', 'S3', 'W4'],
  },
  {
    check: 'R1',
    how: 'something goes back without a transfer',
    sql: `UPDATE payments SET refunding = 1 WHERE id = ${paidPayment}`,
  },
  {
    check: 'R2',
    how: 'money went back by a transfer that failed',
    sql: `UPDATE refund_transfers SET status = 'failed' WHERE id = ${transfer}`,
    also: ['R8'],
  },
  {
    check: 'R3',
    how: 'a refund is more than its transfers',
    sql: `UPDATE refunds SET amount = amount + 1 WHERE id = ${refund}`,
  },
  {
    check: 'R4',
    how: "a refund has another order's line",
    sql: `INSERT INTO refund_lines (refund_id, order_item_id, quantity, amount)
          SELECT ${refund}, id, 1, 1 FROM order_items WHERE order_id = ${paidOrder}`,
    also: ['R5'],
  },
  {
    check: 'R5',
    how: 'a line counts a refund that is not there',
    sql: `UPDATE order_items SET refunded_quantity = 1, refunded_amount = 1 WHERE order_id = ${paidOrder}`,
  },
  {
    check: 'R6',
    how: 'an order counts shipping that was not refunded',
    sql: `UPDATE orders SET shipping_refunded = 1 WHERE id = ${paidOrder}`,
  },
  {
    check: 'R7',
    how: 'more shipping went back than was paid',
    sql: `UPDATE orders SET shipping_refunded = 100000 WHERE id = ${paidOrder}`,
    also: ['R6'],
  },
  {
    check: 'R8',
    how: 'a succeeded refund counts as pending',
    sql: `UPDATE refunds SET status = 'pending' WHERE id = ${refund}`,
  },
  {
    check: 'D1',
    how: 'an open dispute has taken nothing',
    sql: `INSERT INTO disputes (id, payment_id, provider_id, status, reason, amount, currency, stage)
          VALUES ('dp_x', ${paidPayment}, 'dp_x', 'needs_response', 'fraudulent', 100, 'USD', 'open')`,
  },
  {
    check: 'D1',
    how: 'a dispute took another amount than it is over',
    sql: dispute('needs_response', 'amount = amount - 1'),
  },
  {
    check: 'D1',
    how: 'a dispute was lost, and the ledger has it open',
    sql: dispute('needs_response', `status = 'lost', stage = 'lost'`),
  },
  {
    check: 'D1',
    how: 'a dispute was won, and the ledger has it lost',
    sql: dispute('lost', `status = 'won', stage = 'won'`),
  },
  {
    check: 'D1',
    how: 'an open dispute was decided in the ledger',
    sql: dispute('won', `status = 'under_review', stage = 'open'`),
  },
  {
    check: 'D1',
    how: 'a mere inquiry took money',
    sql: dispute('needs_response', `status = 'warning_closed', stage = 'none'`),
  },
  {
    check: 'D1',
    how: 'a dispute is in a status that no one knows',
    sql: dispute('won', `status = 'brand_new', stage = NULL`),
  },
  {
    check: 'D2',
    how: 'a ledger tells of a dispute that is not there',
    sql: `DELETE FROM disputes WHERE status = 'lost'`,
  },
  {
    check: 'K1',
    how: 'a balance that no ledger explains',
    sql: `UPDATE credit_accounts SET balance = balance + 1 WHERE id = ${account}`,
  },
  {
    check: 'K2',
    how: 'a balance below nothing',
    sql: `INSERT INTO credit_entries (id, account_id, kind, amount, reference, actor)
          VALUES ('ce_x', ${account}, 'held', -9999, 'x', 'system');
          UPDATE credit_accounts SET balance = balance - 9999 WHERE id = ${account}`,
    also: ['K4'],
  },
  {
    check: 'K3',
    how: 'a payment from an account has taken nothing from it',
    sql: payment(
      'provider, status, amount, credit_account_id',
      `${order('pending')}, 'USD', 'credit', 'pending', 500, ${account}`,
    ),
    also: ['P1g'],
  },
  {
    check: 'K4',
    how: 'an account gave something for nothing',
    sql: `INSERT INTO credit_entries (id, account_id, kind, amount, reference, actor)
          VALUES ('ce_x', ${account}, 'held', -100, 'pay_gone', 'system');
          UPDATE credit_accounts SET balance = balance - 100 WHERE id = ${account}`,
  },
  {
    check: 'K5',
    how: 'a card was refunded in name alone',
    sql: `UPDATE credit_accounts a SET balance = a.balance - e.amount
          FROM credit_entries e WHERE e.account_id = a.id AND e.kind = 'refunded';
          DELETE FROM credit_entries WHERE kind = 'refunded'`,
  },
  {
    check: 'E1',
    how: 'an event never reached a subscriber',
    sql: `DELETE FROM event_consumptions WHERE event_id = (SELECT max(event_id) FROM event_consumptions)`,
  },
  {
    check: 'E2',
    how: "an event of Stripe's was kept and forgotten",
    sql: `INSERT INTO provider_events (provider, id, type, payload)
          VALUES ('stripe', 'evt_x', 'payment_intent.succeeded', '{}')`,
  },
  {
    check: 'E3',
    how: 'no one makes a refund that was promised',
    sql: `UPDATE refund_transfers SET status = 'pending', updated_at = now() - interval '1 hour'
          WHERE id = ${transfer}`,
    also: ['R1', 'R2', 'R8'],
  },
  {
    check: 'J1',
    how: 'a job has failed for good',
    sql: `SELECT graphile_worker.add_job('email.order', '{}');
          UPDATE graphile_worker._private_jobs SET attempts = max_attempts
          WHERE id = (SELECT max(id) FROM graphile_worker._private_jobs)`,
  },
  {
    check: 'I1a',
    how: 'a breakdown was kept as an answer',
    sql: `UPDATE idempotency_keys SET status = 500 WHERE ${key}`,
  },
  {
    check: 'I1b',
    how: 'a key is held for a day',
    sql: `UPDATE idempotency_keys SET status = NULL, leased_until = now() + interval '1 day' WHERE ${key}`,
  },
  {
    check: 'I1c',
    how: 'a key is two days old and was never answered',
    sql: `UPDATE idempotency_keys SET status = NULL, leased_until = now() - interval '2 days',
          created_at = now() - interval '2 days' WHERE ${key}`,
  },
  {
    check: 'W1',
    how: 'a workflow is overdue',
    sql: workflow('running', `now() - interval '1 hour'`),
  },
  {
    check: 'W2',
    how: 'a workflow waits for a person',
    sql: workflow('needs_person', 'now()'),
  },
  {
    check: 'W5',
    how: 'a sum is for a person to decide on',
    also: ['O3', 'P3'],
    sql: `${workflow('needs_person', 'now()', order('pending'))};
          UPDATE orders SET payment_status = 'partially_paid' WHERE id = ${order('pending')}`,
  },
  {
    check: 'W3',
    how: 'a workflow is of an order that is not there',
    sql: workflow('succeeded', 'now()', `'ord_x'`),
  },
  {
    check: 'W4',
    how: 'a checkout is taken for done that is not',
    sql: workflow('succeeded', 'NULL', order('pending')),
  },
  {
    check: 'L1',
    how: 'a price was changed and the lists were not told',
    sql: `UPDATE prices SET amount = amount + 1 WHERE variant_id = (SELECT min(variant_id) FROM prices)`,
  },
  {
    check: 'L2',
    how: 'a product is listed by price in a category that it is not in',
    sql: `INSERT INTO category_prices SELECT product_id, 'cat_x', currency, cheapest, dearest
          FROM price_ranges LIMIT 1`,
  },
  {
    check: 'A1',
    how: 'a reason was changed',
    sql: `UPDATE audit_entries SET reason = 'another' WHERE ${auditEntry('one')}`,
  },
  {
    check: 'A1',
    how: 'a value before an act was changed',
    sql: `UPDATE audit_entries SET before = '{"note": "x"}' WHERE ${auditEntry('two')}`,
  },
  {
    check: 'A1',
    how: 'a reason was erased, and the log does not say so',
    sql: `UPDATE audit_entries SET reason = '', details = '{}', before = NULL, after = NULL,
            salt = NULL, erased_at = now() WHERE ${auditEntry('one')}`,
  },
  {
    check: 'A2',
    how: 'another is said to have acted',
    sql: `UPDATE audit_entries SET actor = 'staff:other' WHERE ${auditEntry('one')}`,
  },
  {
    check: 'A2',
    how: 'an act is said to have been at another time',
    sql: `UPDATE audit_entries SET created_at = created_at - interval '1 second'
          WHERE ${auditEntry('one')}`,
  },
  {
    check: 'A2',
    how: 'an entry was removed',
    sql: `DELETE FROM audit_entries WHERE ${auditEntry('one')}`,
  },
  {
    check: 'A2',
    how: 'an entry was inserted under a seal that exists',
    sql: insertedEntry('1'),
  },
  {
    check: 'A2',
    how: 'two entries changed places',
    sql: `UPDATE audit_entries SET position = 3 - position
          WHERE seal = (SELECT seal FROM audit_entries WHERE ${auditEntry('one')}) AND position < 3`,
  },
  {
    check: 'A2',
    how: 'an entry was removed, and its seal made to fit',
    sql: `DELETE FROM audit_entries WHERE ${auditEntry('one')};
          UPDATE audit_seals SET entries = entries - 1
          WHERE number = (SELECT seal FROM audit_entries WHERE ${auditEntry('two')})`,
    also: ['A3'],
  },
  {
    check: 'A3',
    how: 'a seal in the middle was removed with its entries',
    sql: `DELETE FROM audit_seals WHERE number = 1; DELETE FROM audit_entries WHERE seal = 1`,
  },
  {
    check: 'A3',
    how: 'a seal was made to fit an entry that was changed',
    sql: `UPDATE audit_entries SET actor = 'staff:other' WHERE ${auditEntry('one')};
          UPDATE audit_seals s SET content_hash = (SELECT ${contentHashOfEntries}
            FROM audit_entries e WHERE e.seal = s.number)
          WHERE number = (SELECT seal FROM audit_entries WHERE ${auditEntry('one')})`,
  },
  {
    check: 'A4',
    how: 'an entry was inserted under a made-up seal',
    sql: `${insertedEntry(`1 + ${lastSeal}`)}; ${madeUpSeal}`,
  },
  {
    check: 'A4',
    how: 'the last seal was replaced by one over entries that were changed',
    sql: `UPDATE audit_entries SET actor = 'staff:other' WHERE seal = ${lastSeal};
          DELETE FROM audit_seals WHERE number = ${lastSeal}; ${madeUpSeal}`,
  },
  {
    check: 'A1',
    how: 'the last seal was removed',
    sql: `DELETE FROM audit_seals WHERE number = ${lastSeal}`,
  },
  {
    check: 'A5',
    how: 'no one seals',
    sql: `INSERT INTO audit_entries (id, actor, action, subject, reason, created_at)
          VALUES ('aud_x', 'staff:admin', 'order.cancel', 'ord_x', 'late', now() - interval '1 hour')`,
  },
  {
    check: 'K7a',
    how: 'a picture lost its smaller versions',
    sql: `UPDATE files SET derivatives = '[]' WHERE kind = 'picture'`,
  },
  {
    check: 'K7a',
    how: 'a smaller version is where the sweep deletes it',
    sql: `UPDATE files SET derivatives = jsonb_set(derivatives, '{0,key}', '"media/aa/file_x/320-0.webp"')
          WHERE kind = 'picture'`,
  },
  {
    check: 'K7b',
    how: 'the customer of a document was deleted',
    sql: `DELETE FROM customers WHERE id IN (SELECT customer_id FROM files)`,
  },
];
