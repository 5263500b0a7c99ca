import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argumentsOrExit } from '../../scripts/commandArguments.ts';
import { loadOfLastMinute } from '../machine.ts';
import type { Percentiles } from '../stats.ts';
import { table } from '../table.ts';
import { openCatalogue, type Catalogue } from './catalogue.ts';
import { compareReads, explainReads, type Compared, type Explained } from './reads.ts';

const USAGE = `Usage: npm run bench:size [-- --products N] [--small N] [--times N] [--folder PATH] [--only TEXT] [--explain] [--json]

Sends the same queries to a small and a large catalogue, without a cache, right after they were loaded
and again after a VACUUM. See docs/performance.md.

  --products N   products of the large catalogue (default 100000)
  --small N      products of the small one (default 1000)
  --times N      how often each query is sent (default 100)
  --folder PATH  keeps the catalogues there for the next run
  --only TEXT    only queries with this in their names
  --explain      PostgreSQL's plans for the large catalogue instead of times
  --json         the figures as JSON instead of tables
`;

const { values } = argumentsOrExit(USAGE, {
  options: {
    products: { type: 'string', default: '100000' },
    small: { type: 'string', default: '1000' },
    times: { type: 'string', default: '100' },
    folder: { type: 'string' },
    only: { type: 'string' },
    explain: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

/** Read times, or plans, in one state of the catalogues. */
interface Moment {
  readonly moment: 'right after loading' | 'later';
  readonly compared?: readonly Compared[];
  readonly plans?: readonly Explained[];
}

const say = (line: string) => void process.stderr.write(`${line}\n`);
const folder = values.folder ?? (await mkdtemp(path.join(tmpdir(), 'cartwright-size-')));
await mkdir(folder, { recursive: true });
// PostgreSQL does not run as root; its account must be able to enter the folder.
await chmod(folder, 0o755);
const opened: Catalogue[] = [];
let isClosed = false;

async function close(): Promise<void> {
  if (isClosed) return;
  isClosed = true;
  for (const catalogue of opened) await catalogue.close();
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void close().finally(() => process.exit(1)));
}

try {
  const large = await open('large', Number(values.products));
  const small = values.explain ? undefined : await open('small', Number(values.small));
  const moments: Moment[] = [];
  // A kept catalogue is no longer in the state right after a load.
  if (large.isFresh) moments.push(await lookAt('right after loading', small, large));
  for (const catalogue of opened) await catalogue.settle();
  moments.push(await lookAt('later', small, large));
  if (values.json) process.stdout.write(`${JSON.stringify(moments, null, 2)}\n`);
} finally {
  await close();
}

/** The results of a state are printed at once, because the next one takes a while. */
async function lookAt(
  moment: Moment['moment'],
  small: Catalogue | undefined,
  large: Catalogue,
): Promise<Moment> {
  say(`${moment}:`);
  if (small === undefined) {
    const plans = await explainReads(large, values.only);
    if (!values.json) process.stdout.write(`\n${moment}\n${plans.map(planText).join('')}`);
    return { moment, plans };
  }
  const times = Number(values.times);
  const compared = await compareReads(small, large, { times, only: values.only }, say);
  if (!values.json) process.stdout.write(`\n${moment}\n${report(compared)}\n`);
  return { moment, compared };
}

function planText({ name, plan }: Explained): string {
  return `\n${name}\n${plan.map((line) => `  ${line}\n`).join('')}`;
}

async function open(name: string, size: number): Promise<Catalogue> {
  const catalogue = await openCatalogue(path.join(folder, name), size);
  opened.push(catalogue);
  return catalogue;
}

function report(compared: readonly Compared[]): string {
  const pair = ({ p50, p95 }: Percentiles) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
  const ratio = (small: Percentiles, large: Percentiles) =>
    `${(large.p50 / small.p50).toFixed(2)} / ${(large.p95 / small.p95).toFixed(2)}`;
  const [few, many] = [values.small, values.products];
  return [
    `Load average ${loadOfLastMinute().toFixed(1)}; ms, p50 / p95`,
    table(
      ['', few, many, 'ratio', `CPU, ${few}`, `CPU, ${many}`, 'ratio'],
      compared.map(({ name, small, large }) => [
        name,
        pair(small.clock),
        pair(large.clock),
        ratio(small.clock, large.clock),
        pair(small.serverCpu),
        pair(large.serverCpu),
        ratio(small.serverCpu, large.serverCpu),
      ]),
    ),
  ].join('\n');
}
