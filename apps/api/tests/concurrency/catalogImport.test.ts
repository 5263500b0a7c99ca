import { Readable } from 'node:stream';
import { openDatabase, type Database } from '../../src/db/client.ts';
import {
  createCatalogImportService,
  type ImportReport,
} from '../../src/services/catalogImport.service.ts';
import { createQueueService } from '../../src/services/queue.service.ts';
import { createContext } from '../../src/kernel/context.ts';
import { MEDIA_URL, openImportShop, toCsv, type ImportShop } from '../helpers/importShop.ts';

jest.setTimeout(30_000);

/** The number of products that the importer writes in one transaction. */
const BATCH = 100;
const PRODUCTS = 2 * BATCH;

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(async () => {
  await shop.close();
});

/**
 * Imports over separate connections, as a separate process would.
 * @returns the report, and the number of transactions, including retries.
 */
async function runSeparately(csv: string): Promise<{ report: ImportReport; transactions: number }> {
  const database = openDatabase({ url: shop.url, poolSize: 4 });
  let transactions = 0;
  const counting: Database = {
    ...database,
    bind(client) {
      transactions += 1;
      return database.bind(client);
    },
  };
  const queue = createQueueService();
  const service = createCatalogImportService({
    storage: shop.storage,
    queue,
    mediaUrl: MEDIA_URL,
  });
  const ctx = createContext(counting, { kind: 'system', id: 'test' }, 'req_test');
  try {
    const report = await service.importCatalog(ctx, () => Readable.from([csv]), {
      currency: 'USD',
    });
    return { report, transactions };
  } finally {
    await database.close();
  }
}

/** Checks that nothing was rejected, and no transaction failed by a deadlock or by the other's rows. */
function expectNoConflicts(imports: Awaited<ReturnType<typeof runSeparately>>[]): void {
  for (const { report, transactions } of imports) {
    expect(report.rejected.rows).toEqual([]);
    // One holds the import's commit slot.
    expect(transactions).toBe(1 + PRODUCTS / BATCH);
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

/** The same products in the same batches, in opposite orders, to provoke a deadlock. */
function crossed<Item>(items: readonly Item[]): Item[] {
  return [...items.slice(0, BATCH).toReversed(), ...items.slice(BATCH).toReversed()];
}

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
  const imports = await Promise.all([
    runSeparately(toCsv(rows)),
    runSeparately(toCsv(crossed(rows))),
  ]);
  expectNoConflicts(imports);
  for (const kind of ['products', 'variants', 'images'] as const) {
    expect(imports.reduce((sum, { report }) => sum + report[kind].created, 0)).toBe(PRODUCTS);
    expect(imports.reduce((sum, { report }) => sum + report[kind].unchanged, 0)).toBe(PRODUCTS);
  }
  expect(await counts()).toEqual([
    {
      products: PRODUCTS,
      variants: PRODUCTS,
      prices: PRODUCTS,
      images: PRODUCTS,
      // Seven products, each with three variants.
      categories: 7 + 21,
      collections: 5,
      locations: 1,
      on_hand: 3 * PRODUCTS,
      moved: 3 * PRODUCTS,
    },
  ]);
});

test('two imports that disagree leave each product complete, as one of them has it', async () => {
  await shop.run(toCsv(rows));
  const as = (title: string, price: number, quantity: number) =>
    rows.map((row) => ({
      ...row,
      Title: title,
      'Variant Price': price,
      'Variant Inventory Qty': quantity,
    }));
  const imports = await Promise.all([
    runSeparately(toCsv(as('Ours', 6, 4))),
    runSeparately(toCsv(crossed(as('Theirs', 7, 1)))),
  ]);
  expectNoConflicts(imports);
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
});
