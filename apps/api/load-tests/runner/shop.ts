import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { startOwnShop, type OwnShop } from '../../scripts/ownShop.ts';
import { apiRoot } from '../../src/config/paths.ts';

interface LoadShopOptions {
  readonly folder: string;
  readonly products: number;
  /** HTTP workers. */
  readonly workers: number;
  readonly port: number | undefined;
}

/** A shop for one load test. */
export interface LoadShop extends OwnShop {
  readonly dataDir: string;
}

/**
 * Starts a shop like in production, as far as one machine without secrets allows: several workers, a
 * JSON log of each request in a file, and a catalogue of some size. It has no rate limit, since all
 * shoppers have the same address.
 */
export async function startLoadShop(options: LoadShopOptions): Promise<LoadShop> {
  const { folder, products, workers, port } = options;
  const dataDir = path.join(folder, 'shop');
  await seed(dataDir, products);
  const shop = await startOwnShop({
    dataDir,
    port,
    log: path.join(folder, 'shop.log'),
    env: {
      WEB_CONCURRENCY: String(workers),
      RATE_LIMIT_MAX: '0',
      UNPAID_ORDERS_PER_ADDRESS: '0',
      UNPAID_ORDERS_PER_EMAIL: '0',
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'http',
    },
  });
  return { ...shop, dataDir };
}

async function seed(dataDir: string, products: number): Promise<void> {
  const script = path.join(apiRoot, 'prisma/seed.ts');
  const child = spawn(process.execPath, [...RUN, script, '--products', String(products)], {
    env: ownEnvironment(dataDir),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The catalogue was not written: the seed ended with ${code}`);
}

const RUN = ['--conditions=source', '--disable-warning=ExperimentalWarning'];

/** Runs the doctor on the shop's database and the sandbox. @returns its JSON output, and whether the shop is healthy. */
export async function runDoctorCommand(dataDir: string): Promise<DoctorReport> {
  const script = path.join(apiRoot, 'scripts/doctor.ts');
  const child = spawn(process.execPath, [...RUN, script, '--stripe', '--json'], {
    env: ownEnvironment(dataDir),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8');
  let printed = '';
  for await (const part of child.stdout as AsyncIterable<string>) printed += part;
  if (printed === '') throw new Error('The doctor could not examine the shop (see above)');
  return JSON.parse(printed) as DoctorReport;
}

/** The members of the doctor's report that the load test reads. */
interface DoctorReport {
  readonly healthy: boolean;
  readonly findings: readonly { id: string; title: string; state: string; broken: number }[];
  readonly stripe: { examined: number; findings: readonly unknown[] };
}

/** The caller's environment does not configure the shop. */
function ownEnvironment(dataDir: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir };
}
