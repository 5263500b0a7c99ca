import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { demo } from '../src/config/demo.ts';
import { freePort } from '../src/db/embedded/freePort.ts';
import type { Agents } from './agents.ts';
import type { Stripe } from './stripe.ts';

const READY_MS = 90_000;
const STOP_MS = 60_000;
/** The pause between a primary's end and the next one's start. */
const RESTART_MS = 200;
/** After this many failed starts the run stops. */
const MAX_FAILED_STARTS = 8;

const chaosFolder = fileURLToPath(new URL('.', import.meta.url));

interface ShopOptions {
  /** A new folder for everything that the shop keeps. */
  readonly dataDir: string;
  readonly logFile: string;
  readonly agents: Agents;
  readonly stripe: Stripe;
  readonly say: (line: string) => void;
}

/** The shop under test: a primary with two HTTP workers and a job worker, started again whenever it ends. */
export class ShopUnderTest {
  readonly base: string;
  readonly dataDir: string;
  /** When and how the primary ended without having been killed. */
  readonly ends: string[] = [];
  readonly #options: ShopOptions;
  readonly #port: number;
  #primary: ChildProcess | undefined;
  #stopping = false;
  #restart: Promise<void> = Promise.resolve();
  #downMs = RESTART_MS;
  #startsInVain = 0;

  private constructor(options: ShopOptions, port: number) {
    this.#options = options;
    this.#port = port;
    this.dataDir = options.dataDir;
    this.base = `http://127.0.0.1:${port}`;
  }

  /** Starts the shop with the demo catalogue, and waits until it is open. */
  static async open(options: ShopOptions): Promise<ShopUnderTest> {
    const shop = new ShopUnderTest(options, await freePort(0));
    shop.#start();
    return shop;
  }

  /** @throws when it does not answer in time. */
  async ready(): Promise<void> {
    const deadline = Date.now() + READY_MS;
    for (;;) {
      const answer = await fetch(`${this.base}/health/ready`, {
        signal: AbortSignal.timeout(2000),
      }).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) return;
      if (this.#startsInVain >= MAX_FAILED_STARTS) throw new Error('The shop does not start');
      if (Date.now() > deadline) throw new Error(`The shop is not ready after ${READY_MS} ms`);
      await delay(100);
    }
  }

  /** Kills the primary, but not its processes; a new one starts after a moment. */
  killPrimary(downMs: number): void {
    const primary = this.#primary;
    if (!primary || !isRunning(primary)) return;
    this.#downMs = downMs;
    primary.kill('SIGKILL');
  }

  /** Ends it as an operator would, and by force when that takes too long. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#restart;
    const primary = this.#primary;
    if (primary && isRunning(primary)) {
      const exited = once(primary, 'exit').then(() => true);
      primary.kill('SIGTERM');
      if (!(await Promise.race([exited, delay(STOP_MS, false)]))) primary.kill('SIGKILL');
    }
    for (const { pid } of this.#options.agents.alive()) killQuietly(pid);
  }

  #start(): void {
    const log = openSync(this.#options.logFile, 'a');
    const startedAt = Date.now();
    const primary = spawn(
      process.execPath,
      ['--conditions=source', path.join(chaosFolder, '../src/cluster.ts')],
      // A separate process group: Ctrl-C reaches only the harness, which then stops the shop.
      { env: this.#environment(), stdio: ['ignore', log, log], detached: true },
    );
    closeSync(log);
    this.#primary = primary;
    primary.once('exit', (code, signal) => {
      if (this.#stopping) return;
      if (signal !== 'SIGKILL') {
        const cause = signal ?? `exit code ${code}`;
        this.ends.push(`at ${new Date().toISOString()} by ${cause}, see ${this.#options.logFile}`);
        this.#options.say(`The primary has ended by itself (${cause})`);
      }
      const wasInVain = signal !== 'SIGKILL' && Date.now() - startedAt < 10_000;
      this.#startsInVain = wasInVain ? this.#startsInVain + 1 : 0;
      if (this.#startsInVain >= MAX_FAILED_STARTS) return;
      this.#restart = this.#startAgain();
    });
  }

  async #startAgain(): Promise<void> {
    await delay(this.#downMs);
    this.#downMs = RESTART_MS;
    if (!this.#stopping) this.#start();
  }

  #environment(): NodeJS.ProcessEnv {
    const { agents, stripe, dataDir } = this.#options;
    const agent = pathToFileURL(path.join(chaosFolder, 'agent.ts')).href;
    return {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_OPTIONS: `--import=${agent} --disable-warning=ExperimentalWarning`,
      CHAOS_PORT: String(agents.port),
      PORT: String(this.#port),
      METRICS_PORT: '0',
      WEB_CONCURRENCY: '2',
      DATA_DIR: dataDir,
      DEMO_SEED: 'true',
      RESERVATION_MINUTES: '1',
      RATE_LIMIT_MAX: '0',
      UNPAID_ORDERS_PER_ADDRESS: '0',
      UNPAID_ORDERS_PER_EMAIL: '0',
      DRAIN_TIMEOUT_SECONDS: '10',
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'http',
      ADMIN_API_KEY: demo.adminApiKey,
      ...stripe.environment,
    };
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** Kills a process, which may have ended meanwhile. */
export function killQuietly(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
