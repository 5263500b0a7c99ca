import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/client.ts';
import {
  createCatalogImportService,
  type ImportReport,
} from '../../src/services/catalogImport.service.ts';
import { createQueueService } from '../../src/services/queue.service.ts';
import { createContext } from '../../src/utils/context.ts';
import { openImportShop, toCsv, type ImportShop } from '../helpers/importShop.ts';

/** Three batches. */
const PRODUCTS = 210;

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(async () => {
  await shop.close();
});

/** Imports as a process of its own would: over connections of its own. */
async function runApart(csv: string): Promise<ImportReport> {
  const database = openDatabase({ url: shop.url, poolSize: 4 });
  const queue = createQueueService();
  const ctx = createContext(database, { kind: 'system', id: 'test' }, 'req_test');
  try {
    return await createCatalogImportService({ storage: shop.storage, queue }).importCatalog(
      ctx,
      Readable.from([csv]),
      { currency: 'USD' },
    );
  } finally {
    await database.close();
  }
}

const rows = Array.from({ length: PRODUCTS }, (_, index) => ({
  Handle: `product-${index}`,
  Title: `Product ${index}`,
  'Product Category': `Shelf ${index % 7} > Box ${index % 3}`,
  Collections: `Collection ${index % 5}`,
  'Option1 Name': 'Size',
  'Option1 Value': 'M',
  'Variant SKU': `SKU-${index}`,
  'Variant Inventory Tracker': 'shopify',
  'Variant Inventory Qty': 3,
  'Variant Price': 5,
  'Image Src': `https://example.com/${index}.jpg`,
}));

const counts = () =>
  shop.select(
    `SELECT (SELECT count(*) FROM products) AS products, (SELECT count(*) FROM variants) AS variants,
       (SELECT count(*) FROM prices) AS prices, (SELECT count(*) FROM product_images) AS images,
       (SELECT count(*) FROM categories) AS categories,
       (SELECT count(*) FROM collections) AS collections,
       (SELECT count(*) FROM locations) AS locations,
       (SELECT sum(on_hand) FROM stock_levels) AS on_hand,
       (SELECT sum(delta) FROM stock_movements) AS moved`,
  );

test('two imports of the same products at once, in opposite orders, end with one catalogue', async () => {
  const reports = await Promise.all([runApart(toCsv(rows)), runApart(toCsv(rows.toReversed()))]);
  expect(reports.map(({ rejected }) => rejected.count)).toEqual([0, 0]);
  for (const kind of ['products', 'variants', 'images'] as const) {
    expect(reports.reduce((sum, report) => sum + report[kind].created, 0)).toBe(PRODUCTS);
    expect(reports.reduce((sum, report) => sum + report[kind].unchanged, 0)).toBe(PRODUCTS);
  }
  expect(await counts()).toEqual([
    {
      products: PRODUCTS,
      variants: PRODUCTS,
      prices: PRODUCTS,
      images: PRODUCTS,
      // Seven shelves, each with three boxes.
      categories: 7 + 21,
      collections: 5,
      locations: 1,
      on_hand: 3 * PRODUCTS,
      moved: 3 * PRODUCTS,
    },
  ]);
});

test('two imports that disagree leave each product as one of them has it, and no deadlock', async () => {
  await shop.run(toCsv(rows));
  const as = (title: string, price: number, quantity: number) =>
    rows.map((row) => ({
      ...row,
      Title: title,
      'Variant Price': price,
      'Variant Inventory Qty': quantity,
    }));
  const reports = await Promise.all([
    runApart(toCsv(as('Ours', 6, 4))),
    runApart(toCsv(as('Theirs', 7, 1).toReversed())),
  ]);
  expect(reports.map(({ rejected }) => rejected.count)).toEqual([0, 0]);
  const found = await shop.select<{ title: string }>(
    `SELECT DISTINCT p.title, r.amount, s.on_hand,
       (SELECT sum(delta) FROM stock_movements WHERE variant_id = v.id) AS moved
     FROM products p JOIN variants v ON v.product_id = p.id
     JOIN prices r ON r.variant_id = v.id JOIN stock_levels s ON s.variant_id = v.id
     ORDER BY p.title`,
  );
  const possible = [
    { title: 'Ours', amount: 600, on_hand: 4, moved: 4 },
    { title: 'Theirs', amount: 700, on_hand: 1, moved: 1 },
  ];
  expect(found).toEqual(possible.filter(({ title }) => found.some((row) => row.title === title)));
  // The server counts them for good when a connection ends, and those of the imports have.
  expect(
    await shop.select('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()'),
  ).toEqual([{ deadlocks: 0 }]);
});
