import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { largeCatalogue, seedLarge } from '../../prisma/large/seedLarge.ts';
import { createCatalogImportService } from '../../src/services/catalogImport.service.ts';
import { filledTables } from '../../src/services/catalogImport/write/refreshStatistics.ts';
import { createQueueService } from '../../src/services/queue.service.ts';
import { MEDIA_URL, openImportShop, toCsv, type ImportShop } from '../helpers/importShop.ts';

jest.setTimeout(60_000);

let shop: ImportShop;
/** Tables with rows before the import. */
let others: string[];
beforeEach(async () => {
  shop = await openImportShop();
  others = await filledNow();
  // Otherwise autovacuum could do it, and the test would pass without the import's ANALYZE.
  for (const table of filledTables) {
    await shop.select(`ALTER TABLE "${table}" SET (autovacuum_enabled = false)`);
  }
});
afterEach(async () => {
  await shop.close();
});

/** The shop's tables that have rows. */
async function filledNow(): Promise<string[]> {
  const tables = await shop.select<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const filled: string[] = [];
  for (const { name } of tables) {
    const [row] = await shop.select<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM "${name}") AS found`,
    );
    if (row?.found) filled.push(name);
  }
  return filled;
}

/** Those of them that were filled by the test. */
async function filledSince(): Promise<string[]> {
  return (await filledNow()).filter((name) => !others.includes(name));
}

/** PostgreSQL's estimate of the rows of each table; -1 means "never analyzed". */
async function believed(): Promise<Map<string, number>> {
  const rows = await shop.select<{ name: string; rows: number }>(
    `SELECT relname AS name, reltuples::int AS rows FROM pg_class WHERE relname = ANY ($1)`,
    [filledTables],
  );
  return new Map(rows.map(({ name, rows }) => [name, rows]));
}

/** Tables with rows but without statistics. */
async function unknownTables(): Promise<string[]> {
  const [known, filled] = [await believed(), await filledSince()];
  return filled.filter((name) => (known.get(name) ?? -1) <= 0);
}

const catalogue = (products: number) => () => largeCatalogue(1, products);
const run = (products: number) => shop.run(catalogue(products));

test('all tables that an import fills, also by triggers, are listed', async () => {
  await mkdir(path.join(shop.files, 'pics'));
  await writeFile(path.join(shop.files, 'pics/a.png'), 'x');
  const row = {
    Handle: 'rug',
    Title: 'Rug',
    'Product Category': 'Home > Rugs',
    Collections: 'New',
    'Option1 Name': 'Size',
    'Option1 Value': 'S',
    'Variant Inventory Tracker': 'shopify',
    'Variant Inventory Qty': 3,
    'Variant Price': 5,
    'Image Src': 'pics/a.png',
  };
  await shop.run(toCsv([row]), { baseDir: shop.files });
  await shop.run(
    toCsv([{ ...row, Title: 'Carpet', 'Variant Price': 6, 'Variant Inventory Qty': 1 }]),
  );
  expect(await filledSince()).toEqual(filledTables.toSorted());
});

describe('after a large import', () => {
  test('PostgreSQL has statistics of each table that it filled, and plans by them', async () => {
    await run(700);
    expect(await unknownTables()).toEqual([]);
    const known = await believed();
    expect(known.get('products')).toBe(700);
    expect(known.get('price_ranges')).toBe(1400);
    const [statistics] = await shop.select<{ tables: number }>(
      `SELECT count(DISTINCT tablename)::int AS tables FROM pg_stats
       WHERE tablename IN ('price_ranges', 'category_prices', 'search_words')`,
    );
    expect(statistics?.tables).toBe(3);
    // Half of the ranges are in dollars; without statistics a two hundredth part would be expected.
    const [row] = await shop.select<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
      `EXPLAIN (FORMAT JSON) SELECT FROM price_ranges WHERE currency = 'USD'`,
    );
    const planned = row?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
    expect(planned / 700).toBeGreaterThan(0.9);
    expect(planned / 700).toBeLessThan(1.1);
  });

  test('the same holds when it was interrupted', async () => {
    const interruption = new AbortController();
    const report = await shop.run(catalogue(1300), {
      signal: interruption.signal,
      onProgress: ({ products }) => {
        if (products.created >= 400) interruption.abort();
      },
    });
    expect(report.aborted).toBe(true);
    expect(report.products.created).toBeLessThan(1000);
    expect(await unknownTables()).toEqual([]);
  });

  test('the same holds when it failed', async () => {
    const failing = shop.run(catalogue(1300), {
      onProgress: ({ products }) => {
        if (products.created >= 400) throw new Error('the terminal is gone');
      },
    });
    await expect(failing).rejects.toThrow('the terminal is gone');
    expect(await filledSince()).toContain('search_words');
    expect(await unknownTables()).toEqual([]);
  });

  test('statements that run meanwhile are planned by them, too', async () => {
    let seen: Promise<number | undefined> | undefined;
    let products = 0;
    await shop.run(catalogue(2000), {
      onProgress: (report) => {
        products = report.products.created;
        if (products >= 1700) seen ??= believed().then((known) => known.get('search_words'));
      },
    });
    expect(await seen).toBeGreaterThan(0);
    expect((await believed()).get('products')).toBeGreaterThanOrEqual(1600);
  });

  test('the same holds for the large seed', async () => {
    const catalogImport = createCatalogImportService({
      storage: shop.storage,
      queue: createQueueService(),
      mediaUrl: MEDIA_URL,
    });
    await seedLarge(shop.ctx, { catalogImport }, { products: 400 });
    const unknown = await unknownTables();
    expect(unknown.filter((name) => !/^(?:tax|shipping)_/.test(name))).toEqual([]);
  });
});

test('a small import, or one that changes nothing, leaves the statistics unchanged', async () => {
  await run(100);
  expect((await believed()).get('products')).toBe(-1);
  await run(500);
  // Shared tables contain the rows of other tests.
  const estimates = () =>
    shop.select(`SELECT relname, reltuples FROM pg_class WHERE NOT relisshared ORDER BY oid`);
  const before = await estimates();
  const analysed = () =>
    shop.select<{ count: number }>(
      `SELECT sum(analyze_count)::int AS count FROM pg_stat_user_tables`,
    );
  const [count] = await analysed();
  await run(500);
  await shop.run(catalogue(500), { dryRun: true });
  expect(await analysed()).toEqual([count]);
  expect(await estimates()).toEqual(before);
});
