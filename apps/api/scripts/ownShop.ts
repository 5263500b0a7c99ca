import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { demo } from '../src/config/demo.ts';
import { apiRoot } from '../src/config/paths.ts';
import { freePort } from '../src/db/embedded/freePort.ts';

const START_LIMIT_MS = 180_000;

/** Keys that a script knows without asking; the others are random ones. */
const knownKeys = {
  ADMIN_API_KEY: demo.adminApiKey,
  STRIPE_PUBLISHABLE_KEY: demo.stripe.publishableKey,
  STRIPE_WEBHOOK_SECRET: demo.stripe.webhookSecret,
};

/** A whole shop that a script has started for itself: all its processes, as `npm start` would. */
export interface OwnShop {
  readonly base: string;
  /** Of its primary. */
  readonly pid: number;
  /** Ends it as an operator would. @returns the exit code. */
  stop(): Promise<number | null>;
}

export interface OwnShopOptions {
  /** Where it keeps everything. */
  readonly dataDir: string;
  /** Its port; a free one when not given. */
  readonly port?: number | undefined;
  /** Settings; nothing of this process's own environment but PATH and HOME is handed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** The file that its log is added to; it is thrown away when not given. */
  readonly log?: string;
}

/**
 * Starts a shop with its embedded database, Stripe sandbox and demo catalogue, and waits until it is ready.
 * @throws when it ends or is not ready in time.
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
