import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argumentsOrExit, positive } from '../scripts/commandArguments.ts';
import { report } from './report.ts';
import { parts, runBench, type BenchOptions, type Part } from './run.ts';

const USAGE = `Usage: npm run bench [-- --quick] [--only PART …] [--products N] [--rounds N] [--seconds N] [--profile PATH] [--json]

Starts a shop, compares it with its bare statements, prints a table, and stops everything. See
docs/performance.md.

  --quick         a minute instead of ten; the figures are rough
  --only PART     only this part, which may be given several times: ${parts.join(', ')}
  --products N    products of three variants each, besides the demo catalogue (default 1000)
  --rounds N      rounds of reads and of purchases
  --seconds N     seconds of each round
  --profile PATH  a folder for CPU profiles of the two workers
  --json          the figures as JSON instead of tables
`;

const { values } = argumentsOrExit(USAGE, {
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [...parts] },
    products: { type: 'string', default: '1000' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    profile: { type: 'string' },
  },
});

const connections = [1, 8, 32];
const rounds = values.rounds === undefined ? undefined : positive('rounds', values.rounds);
const seconds = values.seconds === undefined ? undefined : positive('seconds', values.seconds);
const options: BenchOptions = {
  products: positive('products', values.products),
  parts: new Set(values.only.map(partOf)),
  reads: {
    connections,
    rounds: rounds ?? (values.quick ? 2 : 5),
    roundMs: 1000 * (seconds ?? (values.quick ? 1 : 3)),
  },
  chain: { rounds: values.quick ? 2 : 7, roundMs: values.quick ? 500 : 1500 },
  purchases: {
    connections,
    rounds: rounds ?? (values.quick ? 2 : 5),
    roundMs: 1000 * (seconds ?? (values.quick ? 2 : 8)),
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
