import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { demo } from '../src/config/demo.ts';
import { apiRoot } from '../src/config/paths.ts';
import { freePort } from '../src/db/embedded/freePort.ts';

const START_LIMIT_MS = 180_000;

/** Fixed keys for scripts; the others are random. */
const knownKeys = {
  ADMIN_API_KEY: demo.adminApiKey,
  STRIPE_PUBLISHABLE_KEY: demo.stripe.publishableKey,
  STRIPE_WEBHOOK_SECRET: demo.stripe.webhookSecret,
};

/** A whole shop that a script has started: all its processes, as with `npm start`. */
export interface OwnShop {
  readonly base: string;
  /** The primary's process id. */
  readonly pid: number;
  /** Stops it as an operator would. @returns the exit code. */
  stop(): Promise<number | null>;
}

interface OwnShopOptions {
  /** Its data folder. */
  readonly dataDir: string;
  /** Its port; any free one by default. */
  readonly port?: number | undefined;
  /** Its environment; it inherits only PATH and HOME from this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** The file to append its log to; discarded by default. */
  readonly log?: string;
}

/**
 * Starts a shop with its embedded database, Stripe sandbox and demo catalogue, and waits until it
 * is ready.
 * @throws when it ends, or is not ready in time.
 */
export async function startOwnShop(options: OwnShopOptions): Promise<OwnShop> {
  const port = options.port ?? (await freePort(0));
  const entry = path.join(apiRoot, 'src/cluster.ts');
  const log = options.log === undefined ? undefined : openSync(options.log, 'a');
  const primary = spawn(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', entry],
    {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        PORT: String(port),
        METRICS_PORT: '0',
        DATA_DIR: options.dataDir,
        WEB_CONCURRENCY: '1',
        LOG_LEVEL: 'error',
        ...knownKeys,
        ...options.env,
      },
      stdio: ['ignore', log ?? 'ignore', 'inherit'],
    },
  );
  if (log !== undefined) closeSync(log);
  const base = `http://127.0.0.1:${port}`;
  try {
    await ready(base, primary);
  } catch (error) {
    await stop(primary);
    throw error;
  }
  return { base, pid: primary.pid ?? 0, stop: () => stop(primary) };
}

async function ready(base: string, primary: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (primary.exitCode !== null) throw new Error(`The shop ended with ${primary.exitCode}`);
    const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`The shop was not ready within ${START_LIMIT_MS} ms`);
}

async function stop(primary: ChildProcess): Promise<number | null> {
  if (primary.exitCode !== null) return primary.exitCode;
  const exited = once(primary, 'exit');
  primary.kill('SIGTERM');
  await exited;
  return primary.exitCode;
}
