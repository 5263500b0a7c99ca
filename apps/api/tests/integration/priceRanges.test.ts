import { afterEach, beforeEach, expect, test } from '@jest/globals';
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
const variant = (title: string) => `(SELECT id FROM variants WHERE title = '${title}')`;
const reprice = (title: string, amount: number) =>
  `UPDATE prices SET amount = ${amount} WHERE variant_id = ${variant(title)}`;

test('an imported product has a range of prices in its currency', async () => {
  expect(await ranges()).toEqual([{ currency: 'USD', cheapest: 1000, dearest: 3000 }]);
});

test('the range follows prices that are changed, added and taken away', async () => {
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

test('the range follows a variant that is deleted, and goes with the last price and the product', async () => {
  await shop.select(`DELETE FROM variants WHERE title = 'L'`);
  expect(await ranges()).toEqual([{ currency: 'USD', cheapest: 1000, dearest: 2000 }]);
  await shop.select('DELETE FROM variants');
  expect(await ranges()).toEqual([]);
  await shop.select('DELETE FROM products');
  expect(await ranges()).toEqual([]);
});

test('two that change prices of one product at the same time are both counted', async () => {
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
