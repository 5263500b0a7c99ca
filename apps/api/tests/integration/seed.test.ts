import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { seedIfEmpty } from '../../prisma/demo/seedIfEmpty.ts';
import { createCatalogImportService } from '../../src/services/catalogImport.service.ts';
import { createQueueService, type QueueService } from '../../src/services/queue.service.ts';
import type { StorageService } from '../../src/services/storage.service.ts';
import {
  MEDIA_URL,
  openImportShop,
  summary,
  toCsv,
  type ImportShop,
} from '../helpers/importShop.ts';

jest.setTimeout(30_000);

const pictures = await readdir(new URL('../../prisma/demo/images/', import.meta.url));

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(async () => {
  await shop.close();
});

interface Ports {
  storage?: StorageService;
  queue?: QueueService;
  force?: boolean;
}

async function seed({ storage = shop.storage, queue = createQueueService(), force }: Ports = {}) {
  const catalogImport = createCatalogImportService({ storage, queue, mediaUrl: MEDIA_URL });
  return await seedIfEmpty(shop.ctx, { catalogImport }, force === undefined ? {} : { force });
}

const count = async (from: string) => {
  const [row] = await shop.select<{ count: number }>(`SELECT count(*) FROM ${from}`);
  return row?.count;
};

/** Everything that a shopper needs in order to buy. */
async function expectWhole(): Promise<void> {
  expect(await count('products')).toBeGreaterThanOrEqual(40);
  expect(
    await count(`variants v WHERE 3 <> (SELECT count(*) FROM prices
      WHERE variant_id = v.id AND currency IN ('USD', 'EUR', 'JPY'))`),
  ).toBe(0);
  expect(await count('product_images WHERE storage_key IS NOT NULL')).toBe(pictures.length);
  expect(await count('stock_levels WHERE on_hand > 0')).toBeGreaterThan(0);
  expect(await count('shipping_rates')).toBeGreaterThan(0);
  expect(await count('tax_rates')).toBeGreaterThan(0);
}

describe('an empty shop', () => {
  test('gets products with stock, prices in three currencies and pictures, shipping and taxes', async () => {
    const report = await seed();
    expect(report?.rejected).toEqual({ count: 0, rows: [] });
    await expectWhole();
    expect(await count('categories WHERE parent_id IS NULL')).toBeGreaterThanOrEqual(5);
    expect(await count(`shipping_zones WHERE '*' = ANY (countries)`)).toBe(1);
  });

  test('lists its products in the order of the file, the last as the newest', async () => {
    const lines = await readFile(
      new URL('../../prisma/demo/products.csv', import.meta.url),
      'utf8',
    );
    const [header, ...rows] = parse(lines);
    const handle = header?.indexOf('Handle') ?? -1;
    const inFile = new Set(rows.map((row) => row[handle]).filter(Boolean));
    await seed();
    const listed = await shop.select<{ handle: string }>(
      'SELECT handle FROM products ORDER BY created_at DESC, id DESC',
    );
    expect(listed.map((product) => product.handle)).toEqual([...inFile].toReversed());
  });

  test('stores each picture, and queues its derivatives', async () => {
    await seed();
    const images = await shop.select<{ id: string; key: string }>(
      'SELECT id, storage_key AS key FROM product_images',
    );
    for (const { key } of images) {
      const { size } = await stat(path.join(shop.files, key));
      expect(size).toBeGreaterThan(0);
    }
    const jobs = await shop.select<{ payload: { imageId: string } }>(
      `SELECT j.payload FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'media.derive'`,
    );
    expect(jobs.map(({ payload }) => payload.imageId).toSorted()).toEqual(
      images.map(({ id }) => id).toSorted(),
    );
  });
});

describe('a shop that has products', () => {
  test('is not seeded, even with one product', async () => {
    await shop.run(toCsv([{ Handle: 'own', Title: 'Own', 'Variant Price': 5 }]));
    const before = await shop.versions();
    expect(await seed()).toBeNull();
    expect(await shop.versions()).toEqual(before);
    expect(await count('tax_rates')).toBe(0);
  });

  test('is unchanged by a second seed', async () => {
    await seed();
    const before = await shop.versions();
    expect(await seed()).toBeNull();
    expect(await shop.versions()).toEqual(before);
  });

  test('has only its seeded products reset by --force, and its other products unchanged', async () => {
    await seed();
    await shop.run(toCsv([{ Handle: 'own', Title: 'Own', 'Variant Price': 5 }]));
    await shop.select(`INSERT INTO tax_rates (id, country, region, name, rate_ppm)
      VALUES ('tax_own', 'US', 'NV', 'Own', 68500)`);
    const before = await shop.versions();
    const [tee] = await shop.select<{ id: string; title: string; amount: number }>(
      `SELECT v.id, p.title, r.amount FROM products p JOIN variants v ON v.product_id = p.id
       JOIN prices r ON r.variant_id = v.id AND r.currency = 'EUR'
       WHERE p.handle = 'harbour-tee' ORDER BY v.position`,
    );
    await shop.select(`UPDATE products SET title = 'Changed' WHERE handle = 'harbour-tee'`);
    await shop.select(`UPDATE prices SET amount = 1 WHERE variant_id = $1 AND currency = 'EUR'`, [
      tee?.id,
    ]);
    await shop.select(`UPDATE tax_rates SET rate_ppm = 1 WHERE country = 'DE'`);

    const report = await seed({ force: true });
    expect(report && summary(report).products).toMatch(/^0\+ 1~ /);
    expect(report && summary(report).variants).toMatch(/^0\+ 1~ /);
    const changed = [...(await shop.versions())].filter(([key, xmin]) => before.get(key) !== xmin);
    expect(changed.map(([key]) => key.split(' ')[0])).toEqual(['products', 'variants', 'prices']);
    expect(
      await shop.select(
        `SELECT p.title, r.amount FROM products p JOIN variants v ON v.product_id = p.id
         JOIN prices r ON r.variant_id = v.id AND r.currency = 'EUR' WHERE v.id = $1`,
        [tee?.id],
      ),
    ).toEqual([{ title: tee?.title, amount: tee?.amount }]);
    expect(await shop.select(`SELECT rate_ppm FROM tax_rates WHERE country = 'DE'`)).toEqual([
      { rate_ppm: 190_000 },
    ]);
    expect(await shop.select(`SELECT name FROM tax_rates WHERE id = 'tax_own'`)).toEqual([
      { name: 'Own' },
    ]);
  });
});

describe('a seed that is interrupted', () => {
  /** Works until the last of the pictures. */
  function breaking<Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) {
    let calls = 0;
    return (...args: Args): Promise<Result> => {
      calls += 1;
      return calls < pictures.length ? work(...args) : Promise.reject(new Error('broken off'));
    };
  }

  test('by a picture that cannot be stored leaves no product, and the next seed is complete', async () => {
    const storage = { ...shop.storage, put: breaking(shop.storage.put) };
    await expect(seed({ storage })).rejects.toThrow('broken off');
    expect(await count('products')).toBe(0);
    await seed();
    await expectWhole();
  });

  test('at the last job that it queues leaves no product, and the next seed is complete', async () => {
    const queue = createQueueService();
    const enqueue = breaking(queue.enqueue.bind(queue));
    await expect(seed({ queue: { ...queue, enqueue } })).rejects.toThrow('broken off');
    expect(await count('products')).toBe(0);
    expect(await count('product_images')).toBe(0);
    await seed();
    await expectWhole();
  });
});
