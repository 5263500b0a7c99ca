import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { argumentsOrExit, positive } from '../../scripts/commandArguments.ts';
import { loadConfig } from '../../src/config/index.ts';
import { ensureDatabase } from '../../src/db/embedded.ts';
import { spreadOf } from '../stats.ts';
import { table } from '../table.ts';
import { startServer, startShop, type Start } from './starts.ts';

const USAGE = `Usage: npm run bench:start [-- --rounds N] [--json]

How long a start takes and how much memory idle processes use (only on Linux). See
docs/performance.md, "Start and memory".

  --rounds N  starts of each kind (default 5)
  --json      the figures as JSON instead of tables
`;

const { values } = argumentsOrExit(USAGE, {
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
});
const rounds = positive('rounds', values.rounds);

const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-start-'));
// PostgreSQL does not run as root; its account must be able to enter the folder.
await chmod(folder, 0o755);
try {
  const dataDir = path.join(folder, 'shop');
  const cold = await startShop(dataDir);
  const warm = await repeated(() => startShop(dataDir));
  const database = await ensureDatabase(loadConfig({ DATA_DIR: dataDir }));
  const alone = await repeated(async () => startServer(database.url, path.join(folder, 'alone')));
  await database.stop();
  const result = { load: loadavg()[0], cold: [cold], warm, alone };
  process.stdout.write(`${values.json ? JSON.stringify(result, null, 2) : report(result)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The first is not counted, because it fills the cache of compiled modules. */
async function repeated(start: () => Promise<Start>): Promise<Start[]> {
  await start();
  const starts: Start[] = [];
  for (let round = 0; round < rounds; round++) starts.push(await start());
  return starts;
}

interface Result {
  load: number | undefined;
  cold: readonly Start[];
  warm: readonly Start[];
  alone: readonly Start[];
}

function report({ load, cold, warm, alone }: Result): string {
  const rows = [
    ['npm start, a new folder (once)', ...timesOf(cold)],
    ['npm start, a warm folder', ...timesOf(warm)],
    ['the server alone', ...timesOf(alone)],
  ];
  return [
    `Load average ${load?.toFixed(1)}; medians (least–most) of ${rounds}`,
    table(['to the first 200', 'ms', 'CPU of its processes, ms'], rows),
    table(['at rest', 'RSS, MiB'], [...memoryOf(warm), ['the server alone', ...inOne(alone)]]),
  ].join('\n\n');
}

function timesOf(starts: readonly Start[]): string[] {
  return [
    spread(starts.map(({ firstAnswerMs }) => firstAnswerMs)),
    spread(starts.map(({ cpuMs }) => cpuMs)),
  ];
}

function memoryOf(starts: readonly Start[]): string[][] {
  const roles = new Set(starts.flatMap(({ memoryMiB }) => Object.keys(memoryMiB)));
  return [...roles].map((role) => [
    role,
    spread(starts.flatMap(({ memoryMiB }) => memoryMiB[role] ?? [])),
  ]);
}

function inOne(starts: readonly Start[]): string[] {
  return [spread(starts.flatMap(({ memoryMiB }) => Object.values(memoryMiB)))];
}

function spread(figures: readonly number[]): string {
  const { median, min, max } = spreadOf(figures);
  const text = median.toFixed(0);
  return figures.length > 1 ? `${text} (${min.toFixed(0)}–${max.toFixed(0)})` : text;
}
