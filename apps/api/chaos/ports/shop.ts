import { chmod, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { figuresOf, treeOf } from '../../bench/start/processTree.ts';
import { startOwnShop } from '../../scripts/ownShop.ts';
import { freePort } from '../../src/db/embedded/freePort.ts';

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
  const lines = async () =>
    (await readFile(logFile, 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  return {
    ...shop,
    dataDir,
    logFile,
    doors: portsOf(await lines(), shop.base),
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

function sizeOf(pid: number): number {
  try {
    return figuresOf(pid).rssMiB;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

function portsOf(log: readonly Record<string, unknown>[], base: string): FuzzedPort[] {
  const open = log.find(({ message }) => message === 'The shop is open') ?? {};
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
