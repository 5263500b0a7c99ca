import { Client } from 'pg';
import { eventually } from '../helpers/eventually.ts';
import { openImportShop, toCsv, type ImportShop } from '../helpers/importShop.ts';

jest.setTimeout(30_000);

let shop: ImportShop;
let other: Client;
beforeEach(async () => {
  shop = await openImportShop();
  other = new Client(shop.url);
  await other.connect();
});
afterEach(async () => {
  await other.end();
  await shop.close();
});

const handleOf = (number: number) => `p-${number}`;
/** The number of products: the importer writes a hundred in each transaction, and two transactions at a time. */
const rows = (count: number, title = 'Old') =>
  Array.from({ length: count }, (_, number) => ({
    Handle: handleOf(number),
    Title: title,
    'Product Category': `Shelf ${number % 7}`,
    'Variant Inventory Tracker': 'shopify',
    'Variant Inventory Qty': number,
    'Variant Price': 5,
  }));

const oldestFirst = async () =>
  (
    await shop.select<{ handle: string }>('SELECT handle FROM products ORDER BY created_at, id')
  ).map(({ handle }) => handle);
const titleOf = async (number: number) =>
  (await shop.select('SELECT title FROM products WHERE handle = $1', [handleOf(number)]))[0];
const change = (number: number) =>
  other.query(`UPDATE products SET vendor = 'Other' WHERE handle = $1`, [handleOf(number)]);

test('products are written in the order of the file, also when a batch has to be written again', async () => {
  // An index of PostgreSQL holds some 2,700 bytes; random letters cannot be compressed.
  const endless = Array.from({ length: 990 }, () =>
    String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000)),
  ).join('');
  const file = rows(600).map((row, number) => {
    return number === 130 ? { ...row, 'Product Category': endless } : row;
  });
  const report = await shop.run(toCsv(file));
  expect(report.rejected.rows).toEqual([expect.objectContaining({ handle: handleOf(130) })]);
  expect(report.products.created).toBe(599);
  const expected = file.map(({ Handle }) => Handle).filter((handle) => handle !== handleOf(130));
  expect(await oldestFirst()).toEqual(expected);
});

test('a batch is written while the one before it waits, and is visible only after that one', async () => {
  await shop.run(toCsv(rows(200)));
  await other.query('BEGIN');
  await change(0);
  const running = shop.run(toCsv(rows(200, 'New')));
  await eventually(async () => {
    const [found] = await shop.select<{ written: number }>(
      `SELECT count(*)::int AS written FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'idle in transaction'
         AND backend_xid IS NOT NULL AND pid <> $1`,
      [(await other.query('SELECT pg_backend_pid() AS pid')).rows[0].pid],
    );
    return found?.written === 1;
  });
  expect([await titleOf(0), await titleOf(150)]).toEqual([{ title: 'Old' }, { title: 'Old' }]);
  await other.query('COMMIT');
  expect((await running).products.updated).toBe(200);
  expect([await titleOf(0), await titleOf(150)]).toEqual([{ title: 'New' }, { title: 'New' }]);
});

test('a batch yields to a transaction that blocks the batch before it', async () => {
  await shop.run(toCsv(rows(200)));
  await other.query('BEGIN');
  await change(0);
  const running = shop.run(toCsv(rows(200, 'New')));
  await shop.select('SELECT pg_sleep(0.5)');
  const started = performance.now();
  await change(150);
  // Otherwise both would wait until PostgreSQL ends the idle connection, after half a minute.
  expect(performance.now() - started).toBeLessThan(10_000);
  await other.query('COMMIT');
  const report = await running;
  expect(report.rejected.rows).toEqual([]);
  expect(report.products.updated).toBe(200);
  expect([await titleOf(0), await titleOf(150)]).toEqual([{ title: 'New' }, { title: 'New' }]);
});
