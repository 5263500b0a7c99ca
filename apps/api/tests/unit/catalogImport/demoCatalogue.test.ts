import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { ProductDraft } from '../../../src/services/catalogImport/read/productDraft.ts';
import { readAll } from './readFixture.ts';

const folder = new URL('../../../prisma/demo/', import.meta.url);

async function readDemo(): Promise<ProductDraft[]> {
  const read = await readAll(() => createReadStream(new URL('products.csv', folder)));
  const [bad] = read.rejected;
  if (bad) throw new Error(`line ${bad.line}: ${bad.reason}`);
  return read.products;
}

test('the demo catalogue has no rejected row, and every kind of product', async () => {
  const products = await readDemo();
  expect(products).toHaveLength(59);
  expect(new Set(products.map(({ category }) => category?.[0])).size).toBeGreaterThanOrEqual(8);
  expect(new Set(products.map(({ status }) => status))).toEqual(
    new Set(['active', 'draft', 'archived']),
  );
  expect(new Set(products.map(({ options }) => options.length))).toEqual(new Set([0, 1, 2, 3]));
  const variants = products.flatMap((product) => product.variants);
  expect(variants.some(({ requiresShipping }) => !requiresShipping)).toBe(true);
  expect(variants.some(({ inventoryPolicy }) => inventoryPolicy === 'continue')).toBe(true);
  expect(variants.some(({ inventoryQuantity }) => inventoryQuantity === 0)).toBe(true);
  expect(new Set(variants.map(({ sku }) => sku)).size).toBe(variants.length);
});

test('every variant of the demo catalogue has its price in dollars, euros and yen', async () => {
  for (const { variants } of await readDemo()) {
    for (const { prices } of variants) {
      expect(prices.map(({ currency }) => currency)).toEqual(['USD', 'EUR', 'JPY']);
      expect(prices.every(({ amount, compareAt }) => (compareAt ?? Infinity) > (amount ?? 0))).toBe(
        true,
      );
    }
  }
});

test('the demo catalogue names every picture in its folder, and no other', async () => {
  const named = (await readDemo()).flatMap(({ images }) => images.map(({ src }) => src));
  const drawn = await readdir(new URL('images/', folder));
  expect(named.toSorted()).toEqual(drawn.map((name) => `images/${name}`).toSorted());
});
