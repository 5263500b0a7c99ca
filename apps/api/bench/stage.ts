import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { loadConfig } from '../src/config/index.ts';
import { demo } from '../src/config/demo.ts';
import { ensureDatabase } from '../src/db/embedded.ts';
import { freePort } from '../src/db/embedded/freePort.ts';
import { migrate } from '../src/db/migrate.ts';
import { seedIfEmpty } from '../src/processes/seed.ts';
import { listenForAgents, type Agents } from './agents.ts';
import { stockUp, type Article } from './stock.ts';

const READY_MS = 90_000;
const STOP_MS = 30_000;
const FLOOR = 'floor';

const benchFolder = fileURLToPath(new URL('.', import.meta.url));

/** The running processes of a measurement. */
export interface Stage {
  /** The API's address. */
  readonly base: string;
  readonly agents: Agents;
  /** The embedded PostgreSQL's folder. */
  readonly postgresFolder: string;
  /** The shop's database. */
  readonly shopUrl: string;
  /** A copy of the shop's database that only the floor's script uses. */
  readonly floorUrl: string;
  /** A variant with plenty of stock. */
  readonly articles: readonly Article[];
  close(): Promise<void>;
}

interface StageOptions {
  /** Of the large catalogue, besides the demo catalogue. */
  products: number;
  /** HTTP workers. */
  workers: number;
}

/**
 * Starts a shop in a new folder: one primary with its HTTP workers, one job worker, the Stripe sandbox
 * and the mail catcher, on an embedded PostgreSQL. The bench uses the server first, so that it can
 * copy the database while no one else is connected.
 */
export async function openStage(
  folder: string,
  { products, workers }: StageOptions,
): Promise<Stage> {
  await mkdir(folder, { recursive: true });
  const dataDir = path.join(folder, 'shop');
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.toReversed()) await closer();
  };
  try {
    const database = await ensureDatabase(loadConfig({ DATA_DIR: dataDir }));
    closers.push(() => database.stop());
    await migrate(database.url);
    const seedEnvironment = { ...bareEnvironment(), DATA_DIR: dataDir, DATABASE_URL: database.url };
    await seedIfEmpty(database.url, seedEnvironment);
    await seedLarge(seedEnvironment, products);
    const articles = await stockUp(database.url);
    // No one here needs the derivatives of the catalogue's pictures.
    await onDatabase(database.url, async (client) => {
      await client.query('DELETE FROM graphile_worker._private_jobs');
    });
    const floorUrl = await copyDatabase(database.url);
    const agents = await listenForAgents();
    closers.push(() => agents.close());
    const port = await freePort(0);
    const primary = startPrimary(folder, {
      ...bareEnvironment(),
      NODE_OPTIONS: `--import=${pathToFileURL(path.join(benchFolder, 'agent.ts')).href} --disable-warning=ExperimentalWarning`,
      BENCH_PORT: String(agents.port),
      PORT: String(port),
      METRICS_PORT: '0',
      DATA_DIR: dataDir,
      WEB_CONCURRENCY: String(workers),
      // The limiter counts and never refuses.
      RATE_LIMIT_MAX: '100000000',
      CODE_RATE_LIMIT_MAX: '0',
      SIGN_IN_RATE_LIMIT_MAX: '0',
      CHECKOUT_RATE_LIMIT_MAX: '0',
      UNPAID_ORDERS_PER_ADDRESS: '0',
      UNPAID_ORDERS_PER_EMAIL: '0',
      LOG_FORMAT: 'json',
      ADMIN_API_KEY: demo.adminApiKey,
    });
    closers.push(() => stop(primary));
    const base = `http://127.0.0.1:${port}`;
    await ready(base, primary);
    const postgresFolder = path.join(dataDir, 'postgres');
    return { base, agents, postgresFolder, shopUrl: database.url, floorUrl, articles, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The caller's environment does not configure the shop. */
function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'] };
}

/** Runs a command in a separate process, with its output on this terminal. */
async function seedLarge(env: NodeJS.ProcessEnv, products: number): Promise<void> {
  const script = path.join(benchFolder, '../prisma/seed.ts');
  const seed = spawn(
    process.execPath,
    ['--conditions=source', script, '--products', String(products)],
    { env, stdio: ['ignore', process.stderr, process.stderr] },
  );
  const [code] = (await once(seed, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The catalogue of ${products} products could not be made`);
}

async function copyDatabase(url: string): Promise<string> {
  const source = new URL(url).pathname.slice(1);
  const copy = new URL(url);
  copy.pathname = FLOOR;
  await onDatabase(url.replace(/[^/]+$/, 'postgres'), async (client) => {
    await client.query(`CREATE DATABASE ${FLOOR} TEMPLATE ${client.escapeIdentifier(source)}`);
  });
  return copy.href;
}

async function onDatabase(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function startPrimary(folder: string, env: NodeJS.ProcessEnv): ChildProcess {
  const log = openSync(path.join(folder, 'shop.log'), 'a');
  const primary = spawn(
    process.execPath,
    ['--conditions=source', path.join(benchFolder, '../src/cluster.ts')],
    // A separate process group: Ctrl-C reaches only the bench, which then stops the shop.
    { env, stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  return primary;
}

async function ready(base: string, primary: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (!isRunning(primary)) throw new Error('The shop has ended at its start');
    if (Date.now() > deadline) throw new Error(`The shop is not ready after ${READY_MS} ms`);
    await delay(50);
  }
}

async function stop(primary: ChildProcess): Promise<void> {
  if (!isRunning(primary)) return;
  const exited = once(primary, 'exit').then(() => true);
  primary.kill('SIGTERM');
  if (await Promise.race([exited, delay(STOP_MS, false, { ref: false })])) return;
  primary.kill('SIGKILL');
  await exited;
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
