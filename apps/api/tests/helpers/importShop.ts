import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { createLocalStorage } from '../../src/integrations/localStorage.ts';
import {
  createCatalogImportService,
  type ImportOptions,
  type ImportReport,
} from '../../src/services/catalogImport.service.ts';
import { createQueueService } from '../../src/services/queue.service.ts';
import { createStorageService, type StorageService } from '../../src/services/storage.service.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';
import { createTestDatabase } from './database.ts';

/** An empty shop to import into. */
export interface ImportShop {
  readonly ctx: Context;
  readonly url: string;
  readonly database: Database;
  /** Where stored pictures are. */
  readonly files: string;
  readonly storage: StorageService;
  /** Imports with dollars as the default currency. */
  run(source: string | (() => Readable), options?: Partial<ImportOptions>): Promise<ImportReport>;
  select<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Each row of the catalogue and of the stock with the transaction that wrote it. */
  versions(): Promise<Map<string, string>>;
  close(): Promise<void>;
}

/** Where stored pictures are found. */
export const MEDIA_URL = 'https://shop.example/media';

const keys = {
  products: 'id',
  product_options: 'id',
  variants: 'id',
  prices: `variant_id || currency`,
  product_images: 'id',
  categories: 'id',
  product_categories: 'product_id || category_id',
  collections: 'id',
  product_collections: 'product_id || collection_id',
  locations: 'id',
  stock_levels: 'variant_id || location_id',
  stock_movements: 'id',
};

export async function openImportShop(): Promise<ImportShop> {
  const testDatabase = await createTestDatabase();
  const database = openDatabase({ url: testDatabase.url, poolSize: 8 });
  const ctx = createContext(database, { kind: 'system', id: 'test' }, 'req_test');
  const files = await mkdtemp(path.join(tmpdir(), 'cartwright-import-'));
  const storage = createStorageService(createLocalStorage({ folder: files }));
  const service = createCatalogImportService({
    storage,
    queue: createQueueService(),
    mediaUrl: MEDIA_URL,
  });
  const select = async <Row extends object>(sql: string, values: unknown[] = []) =>
    (await database.pool.query<Row>(sql, values)).rows;

  return {
    ctx,
    url: testDatabase.url,
    database,
    files,
    storage,
    select,
    run: (source, options = {}) =>
      service.importCatalog(
        ctx,
        typeof source === 'string' ? () => Readable.from([source]) : source,
        { currency: 'USD', ...options },
      ),
    async versions() {
      const parts = Object.entries(keys).map(
        ([table, key]) => `SELECT '${table} ' || ${key} AS key, xmin::text AS xmin FROM ${table}`,
      );
      const rows = await select<{ key: string; xmin: string }>(parts.join(' UNION ALL '));
      return new Map(rows.map(({ key, xmin }) => [key, xmin]));
    },
    async close() {
      await database.close();
      await testDatabase.drop();
      await rm(files, { recursive: true, force: true });
    },
  };
}

/** CSV with the columns that any of the rows has. */
export function toCsv(rows: readonly Record<string, string | number>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const quote = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`;
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(quote).join(',')}\n`)
    .join('');
}

/** The counts of a report: `1+ 2~ 3=` is one created, two updated, three unchanged. */
export function summary({ products, variants, images, rejected }: ImportReport) {
  const short = ({ created, updated, unchanged }: ImportReport['products']) =>
    `${created}+ ${updated}~ ${unchanged}=`;
  return {
    products: short(products),
    variants: short(variants),
    images: short(images),
    rejected: rejected.count,
  };
}
