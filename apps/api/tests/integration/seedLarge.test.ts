import { largeCatalogue, seedLarge, type LargeSeedOptions } from '../../prisma/large/seedLarge.ts';
import { createCatalogImportService } from '../../src/services/catalogImport.service.ts';
import { createQueueService } from '../../src/services/queue.service.ts';
import {
  MEDIA_URL,
  openImportShop,
  summary,
  toCsv,
  type ImportShop,
} from '../helpers/importShop.ts';

jest.setTimeout(30_000);

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(async () => {
  await shop.close();
});

async function seed(products: number, options: Partial<LargeSeedOptions> = {}) {
  const { storage, ctx } = shop;
  const catalogImport = createCatalogImportService({
    storage,
    queue: createQueueService(),
    mediaUrl: MEDIA_URL,
  });
  return await seedLarge(ctx, { catalogImport }, { products, ...options });
}

const count = async (from: string) => {
  const [row] = await shop.select<{ count: number }>(`SELECT count(*)::int FROM ${from}`);
  return row?.count;
};

test('a large seed writes the given number of active products, each with three variants and two currencies', async () => {
  const report = await seed(120);
  expect(report?.rejected).toEqual({ count: 0, rows: [] });
  expect(await count(`products WHERE status = 'active'`)).toBe(120);
  expect(await count('variants')).toBe(360);
  expect(
    await count(`variants v WHERE 2 <> (SELECT count(*) FROM prices
      WHERE variant_id = v.id AND currency IN ('USD', 'EUR') AND amount > 0)`),
  ).toBe(0);
});

test('a large seed gives a shop in which one can browse and buy', async () => {
  await seed(120);
  expect(await count('stock_levels WHERE on_hand > 0')).toBeGreaterThan(200);
  expect(await count('stock_levels WHERE on_hand = 0')).toBeGreaterThan(0);
  expect(await count('product_options')).toBe(240);
  expect(await count('categories WHERE parent_id IS NOT NULL')).toBeGreaterThan(10);
  expect(await count('product_categories')).toBe(120);
  expect(await count('product_collections')).toBeGreaterThan(30);
  expect(await count('(SELECT DISTINCT vendor FROM products) v')).toBeGreaterThan(10);
  expect(await count('shipping_rates')).toBeGreaterThan(0);
});

test('a seed to a larger number adds the missing products and leaves the others unchanged', async () => {
  await seed(30);
  const before = await shop.versions();
  const told: number[] = [];
  const report = await seed(50, { onStart: (there) => told.push(there) });
  expect(told).toEqual([30]);
  expect(report && summary(report).products).toMatch(/^20\+ 0~ /);
  const after = await shop.versions();
  const touched = [...before].filter(([key, xmin]) => after.get(key) !== xmin);
  expect(touched.filter(([key]) => /^(products|variants|prices) /.test(key))).toEqual([]);
  expect(await seed(50)).toBeNull();
});

test('an interrupted seed is continued, and a deleted product is written again', async () => {
  const interruption = new AbortController();
  const report = await seed(1200, {
    signal: interruption.signal,
    onProgress: () => interruption.abort(),
  });
  expect(report?.aborted).toBe(true);
  const [{ handle } = { handle: '' }] = await shop.select<{ handle: string }>(
    `SELECT handle FROM products ORDER BY id LIMIT 1 OFFSET 5`,
  );
  await shop.select(
    `DELETE FROM stock_levels WHERE variant_id IN (
    SELECT v.id FROM variants v JOIN products p ON p.id = v.product_id WHERE handle = $1)`,
    [handle],
  );
  await shop.select('DELETE FROM products WHERE handle = $1', [handle]);
  const written = (await count('products')) ?? 0;
  expect(written).toBeLessThan(1199);
  await seed(written + 10);
  expect(await count('products')).toBe(written + 10);
  expect(await count(`products WHERE handle = '${handle}'`)).toBe(1);
});

test('the large catalogue keeps other products', async () => {
  await shop.run(toCsv([{ Handle: 'own', Title: 'Own', 'Variant Price': 5 }]));
  await seed(3);
  expect(await count('products')).toBe(4);
});

test('the large catalogue is deterministic, also in parts', async () => {
  const whole = (await text(1, 60)).split('\n');
  const part = (await text(41, 60)).split('\n');
  expect(part.slice(1)).toEqual(whole.slice(-part.length + 1));
  expect(await text(1, 60)).toBe(whole.join('\n'));
});

async function text(from: number, to: number): Promise<string> {
  let all = '';
  for await (const chunk of largeCatalogue(from, to)) all += String(chunk);
  return all;
}
