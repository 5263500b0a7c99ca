import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { loadConfig } from '../../src/config/index.ts';
import { createProductsController } from '../../src/controllers/products.controller.ts';
import { openDatabase } from '../../src/db/client.ts';
import { valuesOf, type Given, type Statement } from '../../src/db/statement.ts';
import { ensureDatabase } from '../../src/db/embedded.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createCacheService } from '../../src/services/cache.service.ts';
import { createCatalogueCacheService } from '../../src/services/catalogueCache.service.ts';
import { createProductsService } from '../../src/services/products.service.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';

/** A statement as it was sent to the database. */
interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A catalogue of a given size, and its read functions without any cache. */
export interface Catalogue {
  readonly size: number;
  /** Whether products were just loaded, so that PostgreSQL has only the statistics of the import. */
  readonly isFresh: boolean;
  readonly url: string;
  readonly ctx: Context;
  readonly products: ReturnType<typeof createProductsController>;
  /** The last statement of `ctx`. */
  lastSent(): Sent;
  readonly select: <Row extends object>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<Row[]>;
  /** Does the work of PostgreSQL's autovacuum in the minutes after a load. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Signs the cursors of both catalogues. */
export const CURSOR_SECRET = 'bench';

const seedScript = fileURLToPath(new URL('../../prisma/seed.ts', import.meta.url));

/** Opens the shop in the folder, and extends its catalogue to this number of products. */
export async function openCatalogue(dataDir: string, size: number): Promise<Catalogue> {
  const server = await ensureDatabase(loadConfig({ DATA_DIR: dataDir }));
  try {
    await migrate(server.url);
    const before = await disableAutovacuum(server.url);
    await seed(server.url, dataDir, size);
    return catalogueOf(server.url, { size, isFresh: before < size }, () => server.stop());
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Disables autovacuum, which could run between two questions, so that each state is measured separately.
 * @returns the number of products.
 */
async function disableAutovacuum(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('ALTER SYSTEM SET autovacuum = off');
    await client.query('SELECT pg_reload_conf()');
    const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM products');
    return Number(rows[0]?.count ?? 0);
  } finally {
    await client.end();
  }
}

/** Runs a command in a separate process, and forwards its output. */
async function seed(url: string, dataDir: string, size: number): Promise<void> {
  const flags = ['--max-semi-space-size=4', '--heap-growing-percent=50', '--conditions=source'];
  const child = spawn(process.execPath, [...flags, seedScript, '--products', String(size)], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATA_DIR: dataDir,
      DATABASE_URL: url,
    },
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The catalogue of ${size} products could not be made`);
}

function catalogueOf(
  url: string,
  { size, isFresh }: Pick<Catalogue, 'size' | 'isFresh'>,
  stop: () => Promise<void>,
): Catalogue {
  // One connection, so that statements are prepared once and no query waits for another.
  const database = openDatabase({ url, poolSize: 1, applicationName: 'bench' });
  let last: Sent = { text: '', values: [] };
  const query = async <Parameters extends object, Row extends object>(
    sql: Statement<Parameters, Row>,
    ...given: Given<Parameters>
  ) => {
    last = { text: sql.text, values: valuesOf(sql, given[0]) };
    return await database.query(sql, ...given);
  };
  const products = createProductsService({ currency: 'USD', cursorSecret: CURSOR_SECRET });
  const catalogueCache = createCatalogueCacheService({
    cache: {
      ...createCacheService({ maxBytes: 1, ttlMs: 1 }),
      read: async (_key, compute) => (await compute()).answer,
    },
    eventBus: { on: () => () => undefined },
  });
  const controller = createProductsController({
    services: { products, catalogueCache },
    mediaUrl: 'http://127.0.0.1/media',
  });
  const select = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await database.pool.query<Row>(text, [...values])).rows;
  return {
    size,
    isFresh,
    url,
    products: controller,
    ctx: createContext({ ...database, query }, { kind: 'guest' }, 'req_bench'),
    lastSent: () => last,
    select,
    async settle() {
      await select('VACUUM (ANALYZE)');
    },
    async close() {
      await database.close();
      await stop();
    },
  };
}
