import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';

const ledgers = [
  'stock_movements',
  'payment_entries',
  'order_history',
  'credit_entries',
  'audit_entries',
  'audit_seals',
];

/** One row of each ledger, with the rows that it references; the product has a stock movement. */
const rows = `
  INSERT INTO carts (id, currency, expires_at) VALUES ('cart_1', 'USD', now());
  INSERT INTO orders (id, cart_id, currency, email, subtotal, discount, shipping, tax, total,
    tax_inclusive, billing_address, token_hash)
    VALUES ('ord_1', 'cart_1', 'USD', 'ada@example.com', 5, 0, 0, 0, 5, false, '{}', '');
  INSERT INTO order_history (id, order_id, axis, to_state, reason, actor)
    VALUES ('hist_1', 'ord_1', 'order', 'pending', 'placed', 'system');
  INSERT INTO payments (id, order_id, provider, amount, currency)
    VALUES ('pay_1', 'ord_1', 'stripe', 5, 'USD');
  INSERT INTO payment_entries (id, payment_id, kind, amount, currency, reference)
    VALUES ('pe_1', 'pay_1', 'captured', 5, 'USD', 'ch_1');
  INSERT INTO credit_accounts (id, kind, customer_id, currency)
    VALUES ('cred_1', 'store_credit', 'cus_1', 'USD');
  INSERT INTO credit_entries (id, account_id, kind, amount, reference, actor)
    VALUES ('ce_1', 'cred_1', 'issued', 5, 'ref_1', 'system');
  INSERT INTO audit_entries (id, actor, action, subject, reason)
    VALUES ('aud_1', 'staff', 'orders.cancel', 'ord_1', 'asked for by telephone');
  INSERT INTO audit_seals (number, previous_hash, entries, content_hash, hash, key_id, signature, created_at)
    VALUES (1, '', 1, '', '', '', '', now());`;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await createProduct(app.ctx);
  await app.container.database.pool.query(rows);
});

afterAll(() => app.close());

describe('A ledger is append-only for every connection', () => {
  test.each(
    ledgers.flatMap((ledger) => [
      `UPDATE ${ledger} SET created_at = now()`,
      `DELETE FROM ${ledger}`,
      `TRUNCATE ${ledger}`,
      `TRUNCATE ${ledger} CASCADE`,
    ]),
  )('%s is refused', async (sql) => {
    await expect(app.container.database.pool.query(sql)).rejects.toThrow(/append-only/);
  });
});
