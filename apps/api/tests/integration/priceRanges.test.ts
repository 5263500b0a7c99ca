import { Client } from 'pg';
import { openImportShop, toCsv, type ImportShop } from '../helpers/importShop.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
  const lamp = { Handle: 'lamp', 'Option1 Name': 'Size' };
  await shop.run(
    toCsv([
      { ...lamp, Title: 'Lamp', 'Option1 Value': 'S', 'Variant Price': 10 },
      { ...lamp, 'Option1 Value': 'M', 'Variant Price': 20 },
      { ...lamp, 'Option1 Value': 'L', 'Variant Price': 30 },
    ]),
  );
});
afterEach(async () => {
  await shop.close();
});

const ranges = () => shop.select(`SELECT currency, cheapest, dearest FROM price_ranges ORDER BY 1`);
const within = () =>
  shop.select(`SELECT c.handle AS category, currency, cheapest, dearest
    FROM category_prices JOIN categories c ON c.id = category_id ORDER BY 1, 2`);
/** Puts the lamp into a category of this handle. */
const categorise = (handle: string) =>
  shop.select(`WITH c AS (
      INSERT INTO categories (id, handle, name, path)
      VALUES ('cat_${handle}', '${handle}', '${handle}', '${handle}') RETURNING id
    ) INSERT INTO product_categories SELECT p.id, c.id FROM products p, c`);
const variant = (title: string) => `(SELECT id FROM variants WHERE title = '${title}')`;
const reprice = (title: string, amount: number) =>
  `UPDATE prices SET amount = ${amount} WHERE variant_id = ${variant(title)}`;

test('an imported product has a range of prices in its currency', async () => {
  expect(await ranges()).toEqual([{ currency: 'USD', cheapest: 1000, dearest: 3000 }]);
});

test('the range follows prices that are changed, added and removed', async () => {
  await shop.select(reprice('S', 2500));
  expect(await ranges()).toEqual([{ currency: 'USD', cheapest: 2000, dearest: 3000 }]);
  await shop.select(`INSERT INTO prices (variant_id, currency, amount)
    SELECT id, 'EUR', 900 FROM variants WHERE title = 'M'`);
  await shop.select(`DELETE FROM prices WHERE variant_id = ${variant('L')}`);
  expect(await ranges()).toEqual([
    { currency: 'EUR', cheapest: 900, dearest: 900 },
    { currency: 'USD', cheapest: 2000, dearest: 2500 },
  ]);
});

test('the range follows a deleted variant, and is deleted with the last price and with the product', async () => {
  await shop.select(`DELETE FROM variants WHERE title = 'L'`);
  expect(await ranges()).toEqual([{ currency: 'USD', cheapest: 1000, dearest: 2000 }]);
  await shop.select('DELETE FROM variants');
  expect(await ranges()).toEqual([]);
  await shop.select('DELETE FROM products');
  expect(await ranges()).toEqual([]);
});

test('the range is stored for each category of the product while it belongs there', async () => {
  const of = (category: string, cheapest: number, dearest: number) => ({
    category,
    currency: 'USD',
    cheapest,
    dearest,
  });
  await categorise('light');
  await categorise('sale');
  expect(await within()).toEqual([of('light', 1000, 3000), of('sale', 1000, 3000)]);
  await shop.select(reprice('S', 2500));
  await shop.select(`DELETE FROM product_categories WHERE category_id = 'cat_sale'`);
  expect(await within()).toEqual([of('light', 2000, 3000)]);
  await shop.select('DELETE FROM prices');
  expect(await within()).toEqual([]);
});

test('a deleted product leaves no range in its categories', async () => {
  await categorise('light');
  await shop.select('DELETE FROM products');
  expect(await within()).toEqual([]);
});

test.each(['products', 'variants', 'prices'])(
  'no range is left when %s are truncated',
  async (table) => {
    await categorise('lighting');
    expect(await within()).toHaveLength(1);
    await shop.select(`TRUNCATE ${table} CASCADE`);
    expect([await ranges(), await within()]).toEqual([[], []]);
  },
);

test('a category that is truncated leaves the ranges unchanged', async () => {
  await categorise('lighting');
  await shop.select('TRUNCATE product_categories');
  expect([await ranges(), await within()]).toEqual([
    [{ currency: 'USD', cheapest: 1000, dearest: 3000 }],
    [],
  ]);
});

test('two concurrent changes of prices of one product both count', async () => {
  const [first, second] = [new Client(shop.url), new Client(shop.url)];
  await Promise.all([first.connect(), second.connect()]);
  try {
    await first.query('BEGIN');
    await first.query(reprice('S', 500));
    const waiting = second.query(reprice('L', 9000));
    await shop.select('SELECT pg_sleep(0.2)');
    await first.query('COMMIT');
    await waiting;
    expect(await ranges()).toEqual([{ currency: 'USD', cheapest: 500, dearest: 9000 }]);
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
});

test('a price that changes while the product joins a category is stored there', async () => {
  await shop.select(
    `INSERT INTO categories (id, handle, name, path) VALUES ('cat_x', 'x', 'x', 'x')`,
  );
  const [first, second] = [new Client(shop.url), new Client(shop.url)];
  await Promise.all([first.connect(), second.connect()]);
  try {
    await first.query('BEGIN');
    await first.query(reprice('S', 500));
    const waiting = second.query(`INSERT INTO product_categories SELECT id, 'cat_x' FROM products`);
    await shop.select('SELECT pg_sleep(0.2)');
    await first.query('COMMIT');
    await waiting;
    expect(await within()).toEqual([
      { category: 'x', currency: 'USD', cheapest: 500, dearest: 3000 },
    ]);
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
});
