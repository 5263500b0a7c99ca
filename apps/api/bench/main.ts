import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { report } from './report.ts';
import { parts, runBench, type BenchOptions, type Part } from './run.ts';

// `npm run bench`: starts a shop, compares it with its bare statements, prints a table, and stops
// everything. See docs/performance.md.
const { values } = parseArgs({
  options: {
    /** A minute instead of ten; the figures are rough. */
    quick: { type: 'boolean', default: false },
    /** The figures as JSON instead of tables. */
    json: { type: 'boolean', default: false },
    /** Only these parts, such as `--only reads --only purchases`. */
    only: { type: 'string', multiple: true, default: [...parts] },
    /** Products of three variants each, besides the demo catalogue. */
    products: { type: 'string', default: '1000' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    /** A folder for CPU profiles of the two workers. */
    profile: { type: 'string' },
  },
});

const connections = [1, 8, 32];
const options: BenchOptions = {
  products: positive('products', values.products) ?? 0,
  parts: new Set(values.only.map(partOf)),
  reads: {
    connections,
    rounds: positive('rounds', values.rounds) ?? (values.quick ? 2 : 5),
    roundMs: 1000 * (positive('seconds', values.seconds) ?? (values.quick ? 1 : 3)),
  },
  chain: { rounds: values.quick ? 2 : 7, roundMs: values.quick ? 500 : 1500 },
  purchases: {
    connections,
    rounds: positive('rounds', values.rounds) ?? (values.quick ? 2 : 5),
    roundMs: 1000 * (positive('seconds', values.seconds) ?? (values.quick ? 2 : 8)),
  },
  promisePurchases: values.quick ? 50 : 400,
  flashSale: values.quick ? { shoppers: 200, units: 20 } : { shoppers: 1000, units: 100 },
  profile: values.profile,
};

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => interrupted.abort(new Error(`ended by ${signal}`)));
}

const say = (line: string) => void process.stderr.write(`${line}\n`);
const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-bench-'));
// PostgreSQL does not run as root; its account must be able to enter the folder.
await chmod(folder, 0o755);
try {
  const result = await runBench(folder, options, { interrupted: interrupted.signal, say });
  const text = values.json ? JSON.stringify(result, null, 2) : report(result);
  process.stdout.write(`${text}\n`);
  if (result.failures) process.exitCode = 1;
} catch (error) {
  process.exitCode = 1;
  const reason = interrupted.signal.aborted ? interrupted.signal.reason : error;
  say(`The bench did not come to its end: ${reason instanceof Error ? reason.stack : reason}`);
}
await rm(folder, { recursive: true, force: true });
process.exit();

function partOf(name: string): Part {
  const part = parts.find((known) => known === name);
  if (!part) throw new Error(`--only takes ${parts.join(', ')}, and not "${name}"`);
  return part;
}

function positive(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0, and is "${text}"`);
  return value;
}
