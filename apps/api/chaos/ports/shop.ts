import { chmod, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { figuresOf, treeOf } from '../../bench/start/processTree.ts';
import { startOwnShop } from '../../scripts/ownShop.ts';
import { freePort } from '../../src/db/embedded/freePort.ts';

const OPENED = 'The shop is open';

/** The ports, each of which is fuzzed. */
export interface FuzzedPort {
  readonly name: 'shop' | 'figures' | 'sandbox' | 'mail page' | 'mail server';
  readonly port: number;
  readonly speaks: 'http' | 'smtp';
}

export type FuzzedShop = Awaited<ReturnType<typeof openShop>>;

/** Starts a shop in an empty folder, with the demo catalogue and everything embedded. */
export async function openShop(folder: string) {
  const dataDir = path.join(folder, 'shop');
  await mkdir(dataDir);
  // PostgreSQL does not run as root; its account must be able to enter the folder.
  await chmod(folder, 0o755);
  const logFile = path.join(folder, 'shop.log');
  const shop = await startOwnShop({
    dataDir,
    log: logFile,
    env: {
      METRICS_PORT: String(await freePort(0)),
      RATE_LIMIT_MAX: '0',
      LOG_FORMAT: 'json',
      // The mail catcher logs its port at this level.
      LOG_LEVEL: 'debug',
    },
  });
  const lines = () => linesOf(logFile);

  return {
    ...shop,
    dataDir,
    logFile,
    doors: portsOf(await openingOf(logFile), shop.base),
    /** The log lines of each ended process and each uncaught error. */
    async accidents(): Promise<string[]> {
      const messages = (await lines()).map(({ message }) => String(message));
      return messages.filter((message) =>
        / crashed \(|^Unexpected error|keeps crashing/.test(message),
      );
    },
    /** The memory of the shop's largest process, including PostgreSQL, in MiB; 0 where it is unknown. */
    largestMiB(): number {
      if (process.platform !== 'linux') return 0;
      return Math.max(0, ...treeOf(shop.pid).map(sizeOf));
    },
  };
}

type LogLine = Readonly<Record<string, unknown>>;

async function linesOf(logFile: string): Promise<LogLine[]> {
  const complete = (await readFile(logFile, 'utf8')).split('\n').slice(0, -1);
  return complete.map((line) => JSON.parse(line) as LogLine);
}

/** The log up to its opening line. A worker answers before the primary logs that line. */
async function openingOf(logFile: string): Promise<LogLine[]> {
  for (;;) {
    const lines = await linesOf(logFile);
    if (lines.some(({ message }) => message === OPENED)) return lines;
    await delay(20);
  }
}

function sizeOf(pid: number): number {
  try {
    return figuresOf(pid).rssMiB;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

function portsOf(log: readonly LogLine[], base: string): FuzzedPort[] {
  const open = log.find(({ message }) => message === OPENED) ?? {};
  const mail = log.find(({ message }) => message === 'The mail catcher is running') ?? {};
  const portOf = (url: unknown) => Number(new URL(String(url)).port);
  return [
    { name: 'shop', port: portOf(base), speaks: 'http' },
    { name: 'figures', port: Number(open['metricsPort']), speaks: 'http' },
    { name: 'sandbox', port: portOf(open['sandboxUrl']), speaks: 'http' },
    { name: 'mail page', port: Number(mail['httpPort']), speaks: 'http' },
    { name: 'mail server', port: Number(mail['smtpPort']), speaks: 'smtp' },
  ];
}
