import path from 'node:path';
import { Pool } from 'pg';
import { describeMachine, loadOfLastMinute } from '../../bench/machine.ts';
import { runningSandbox } from '../../scripts/runningSandbox.ts';
import { loadConfig } from '../../src/config/index.ts';
import { ensureDatabase } from '../../src/db/embedded.ts';
import { StartupError } from '../../src/processes/fail.ts';
import { disagreements, readRecords, settled, type Counts } from './records.ts';
import { k6Codes, runK6, type K6 } from './k6.ts';
import type { Plan } from './plan.ts';
import { keepResult, readSummary, toText, type Audit, type Result } from './result.ts';
import { runDoctorCommand, startLoadShop, type LoadShop } from './shop.ts';

const WORKERS = 2;

/**
 * Starts a shop, runs k6 against it, compares its database with the counters of k6, and stops it.
 * @param folder an empty one, for all files of the run.
 * @returns the exit code: 0 when every threshold was met and the database agrees.
 */
export async function loadOwnShop(
  k6: K6,
  plan: Plan,
  folder: string,
  signal: AbortSignal,
): Promise<number> {
  const workers = numberFrom('WEB_CONCURRENCY') ?? WORKERS;
  say(`Starting a shop of ${plan.products} products, with ${workers} HTTP workers …`);
  const { products } = plan;
  const shop = await startLoadShop({ folder, products, workers, port: numberFrom('PORT') });
  try {
    const before = loadOfLastMinute();
    const summary = path.join(folder, 'summary');
    const code = await runK6(k6, { plan, base: shop.base, summary, signal });
    const hasCome = code === k6Codes.kept || code === k6Codes.thresholdsMissed;
    if (signal.aborted || !hasCome) return code;
    const load = { before, after: loadOfLastMinute() };
    const measured = await readSummary(summary);
    const audit = await auditOf(shop, measured.counts);
    const result = { plan, workers, k6: k6.version, load, audit, ...measured };
    say(toText(result));
    if (plan.save) await keepResult(result);
    return code === k6Codes.kept ? exitCodeOf(result) : code;
  } finally {
    await shop.stop();
  }
}

function exitCodeOf({ audit }: Result): number {
  return audit.wrong.length === 0 ? 0 : 1;
}

async function auditOf({ dataDir }: LoadShop, counts: Counts): Promise<Audit> {
  const config = loadConfig({ DATA_DIR: dataDir });
  const database = await ensureDatabase(config);
  const pool = new Pool({ connectionString: database.url, max: 1 });
  try {
    const stripe = await runningSandbox(config);
    if (stripe === undefined) throw new Error('The shop has lost its Stripe sandbox');
    await settled(pool, stripe);
    const records = await readRecords(pool);
    const { findings } = await runDoctorCommand(dataDir);
    const ill = findings.filter(({ state }) => state !== 'ok');
    return {
      records,
      doctorsChecks: findings.length,
      wrong: [
        ...disagreements(counts, records),
        ...ill.map(({ id, title, state, broken }) => `doctor, ${id}: ${broken} ${state}: ${title}`),
      ],
      machine: await describeMachine(pool),
    };
  } finally {
    await pool.end();
    await database.stop();
  }
}

function numberFrom(name: 'PORT' | 'WEB_CONCURRENCY'): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new StartupError(`${name} must be a whole number, and is "${text}".`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
