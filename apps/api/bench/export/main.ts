import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { argumentsOrExit } from '../../scripts/commandArguments.ts';
import { loadConfig } from '../../src/config/index.ts';
import { demo } from '../../src/config/demo.ts';
import { apiRoot } from '../../src/config/paths.ts';
import { ensureDatabase } from '../../src/db/embedded.ts';
import { freePort } from '../../src/db/embedded/freePort.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openHttp, type Http } from '../http.ts';
import { figuresOf } from '../start/processTree.ts';
import { median, percentilesOf } from '../stats.ts';
import { table } from '../table.ts';
import { fillShop } from './fill.ts';
import type { ExportRead, ExportReading } from './readExport.ts';

const USAGE = `Usage: npm run bench:export [-- --variants N] [--records N] [--seconds N] [--folder PATH]

Exports a large shop from one HTTP server while storefronts read its catalogue: the server's memory during
an export that is read at once and during one that is read slowly, and the times of the catalogue's reads
beside those at rest. See docs/performance.md.

  --variants N   of the shop (default 1000000)
  --records N    after which the first client leaves, on a machine without an hour's time (default: all)
  --seconds N    of each measurement of reads, and of the slow client (default 30)
  --folder PATH  keeps the shop there for the next run
`;

const { values } = argumentsOrExit(USAGE, {
  options: {
    variants: { type: 'string', default: '1000000' },
    records: { type: 'string' },
    seconds: { type: 'string', default: '30' },
    folder: { type: 'string' },
  },
});

/** Requests a second, of which each is another product, so that the cache answers few of them. */
const READS_A_SECOND = 50;
const MEMORY_MS = 250;
/** Bytes a second that the slow client takes. */
const SLOW = 256 * 1024;

/** Vendors, which lists are of. */
const VENDORS = 400;
/** Reads so far: none is repeated, which the cache would answer. */
let asked = 0;

const say = (line: string) => void process.stderr.write(`${line}\n`);
const seconds = Number(values.seconds);
const folder = values.folder ?? (await mkdtemp(path.join(tmpdir(), 'cartwright-export-')));
await mkdir(folder, { recursive: true });
// PostgreSQL does not run as root; its account must be able to enter the folder.
await chmod(folder, 0o755);
const database = await ensureDatabase(loadConfig({ DATA_DIR: folder }));
let server: ChildProcess | undefined;
try {
  await migrate(database.url);
  const products = await fillShop(database.url, Number(values.variants), say);
  const port = await freePort(0);
  server = startServer(database.url, port);
  const base = `http://127.0.0.1:${port}`;
  await untilReady(base);
  const pid = server.pid ?? 0;
  process.stdout.write(`${await measure({ base, port, pid, products })}\n`);
} finally {
  server?.kill('SIGTERM');
  await delay(1000);
  await database.stop();
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}

interface Shop {
  readonly base: string;
  readonly port: number;
  readonly pid: number;
  readonly products: number;
}

async function measure(shop: Shop): Promise<string> {
  await readCatalogue(shop, 5);
  // Alone first, since reads fill the cache of their answers meanwhile.
  const alone = await watchMemory(shop, readAll(shop));
  say('export alone measured');
  const idle = await readCatalogue(shop, seconds);
  say('idle measured');

  const { fast, during } = await exportWhileReading(shop);
  say('fast export measured');

  const after = await readCatalogue(shop, seconds);
  const slow = await watchMemory(shop, readSlowly(shop));
  say('slow client measured');

  const rest = percentilesOf([...idle, ...after]);
  const busy = percentilesOf(during);
  const rows = [
    ['reads at rest, p50 / p99', `${ms(rest.p50)} / ${ms(rest.p99)}`],
    ['reads during the export, p50 / p99', `${ms(busy.p50)} / ${ms(busy.p99)}`],
    ['ratio of p50 / p99', `${ratio(busy.p50, rest.p50)} / ${ratio(busy.p99, rest.p99)}`],
    ['records, MB', `${fast.result.records}, ${(fast.result.bytes / 1e6).toFixed(0)}`],
    [
      'seconds, records a second',
      `${fast.seconds.toFixed(0)}, ${(fast.result.records / fast.seconds).toFixed(0)}`,
    ],
    ['memory, MiB: before, by tenths of an export alone', curveOf(alone.memory)],
    ['memory, MiB: before, by tenths of the export with reads', curveOf(fast.memory)],
    ['memory, MiB: before, by tenths of the slow client’s time', curveOf(slow.memory)],
    ['MB that the slow client took', (slow.result / 1e6).toFixed(1)],
  ];
  return table(['export', ''], rows);
}

async function exportWhileReading(shop: Shop) {
  let isSent = false;
  const reads = readCatalogue(shop, Infinity, () => isSent);
  const fast = await watchMemory(shop, readAll(shop));
  isSent = true;
  return { fast, during: await reads };
}

async function timeRead(http: Http, path: string, times: number[]): Promise<void> {
  const began = performance.now();
  const { status } = await http.send({ method: 'GET', path: `/api/v1/products${path}` });
  if (status !== 200) throw new Error(`${path} was answered by ${status}`);
  times.push(performance.now() - began);
}

/** The milliseconds of each of the reads: a list or a product, another each time. */
async function readCatalogue(
  { base, products }: Shop,
  duration: number,
  isOver: () => boolean = () => false,
): Promise<number[]> {
  const http = openHttp(base, 16);
  const times: number[] = [];
  const pending: Promise<void>[] = [];
  const until = performance.now() + duration * 1000;
  for (; performance.now() < until && !isOver(); asked++) {
    const number = (asked * 7919) % products;
    const path =
      asked % 5 === 0
        ? `?vendor=Vendor%20${number % VENDORS}&limit=${20 + Math.floor(asked / 5 / VENDORS)}`
        : `/product-${number}`;
    pending.push(timeRead(http, path, times));
    await delay(1000 / READS_A_SECOND);
  }
  await Promise.all(pending);
  http.close();
  return times;
}

async function watchMemory<T>({ pid }: Shop, work: Promise<T>) {
  const memory = [figuresOf(pid).rssMiB];
  const timer = setInterval(() => memory.push(figuresOf(pid).rssMiB), MEMORY_MS);
  const began = performance.now();
  try {
    const result = await work;
    return { result, memory, seconds: (performance.now() - began) / 1000 };
  } finally {
    clearInterval(timer);
  }
}

/** In another process, whose work does not delay the answers that are timed in this one. */
async function readExport({ port }: Shop, how: Partial<ExportReading> = {}): Promise<ExportRead> {
  const script = path.join(import.meta.dirname, 'readExport.ts');
  const reader = fork(script, [JSON.stringify({ port, ...how })]);
  const [read] = (await once(reader, 'message')) as [ExportRead];
  await once(reader, 'exit');
  return read;
}

function readAll(shop: Shop): Promise<ExportRead> {
  const { records } = values;
  return readExport(shop, records === undefined ? {} : { records: Number(records) });
}

/** @returns the bytes that it took until it left. */
async function readSlowly(shop: Shop): Promise<number> {
  const { bytes } = await readExport(shop, { seconds, bytesPerSecond: SLOW });
  return bytes;
}

function startServer(databaseUrl: string, port: number): ChildProcess {
  const args = [
    '--max-semi-space-size=4',
    '--conditions=source',
    path.join(apiRoot, 'src/server.ts'),
  ];
  return spawn(process.execPath, args, {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      LOG_LEVEL: 'warn',
      STRIPE_API_BASE: 'http://127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      METRICS_PORT: '0',
      RATE_LIMIT_MAX: '0',
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      PORT: String(port),
      ADMIN_API_KEY: demo.adminApiKey,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function untilReady(base: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error('The server did not become ready');
}

/** The first figure, and the median of each tenth of the others. */
function curveOf([first = NaN, ...memory]: readonly number[]): string {
  const tenth = Math.max(1, Math.ceil(memory.length / 10));
  const parts = Array.from({ length: Math.ceil(memory.length / tenth) }, (_, index) =>
    median(memory.slice(index * tenth, (index + 1) * tenth)),
  );
  return [first, ...parts].map((mib) => mib.toFixed(0)).join(' ');
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}
