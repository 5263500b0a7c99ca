import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../config/index.ts';
import { childEnvironment } from '../config/childEnv.ts';
import { ensureDatabase, type DatabaseHandle } from '../db/embedded.ts';
import { freePort } from '../db/embedded/freePort.ts';
import { migrate } from '../db/migrate.ts';
import type { Logger } from '../utils/logger.ts';
import type { Started } from './banner.ts';
import { createClusterMetrics } from './clusterMetrics.ts';
import { makeOwnerIfNone } from './demoOwner.ts';
import { claimFolder } from './folder.ts';
import { forkWorker } from './forkWorker.ts';
import { forkMailCatcher, mailAddresses, mailPorts } from './mail.ts';
import { startMetricsServer, type MetricsServer } from './metricsServer.ts';
import { forkSandbox } from './sandbox.ts';
import { seedIfEmpty } from './seed.ts';
import { Supervisor } from './supervisor.ts';

/** Milliseconds beyond the drain deadline that a process needs to close its connections. */
const CLOSE_MS = 3000;
const ABORT_MS = 3000;

/** The addresses of the servers that the primary runs for its workers. */
interface Helpers {
  sandboxUrl?: string | undefined;
  smtpUrl?: string | undefined;
  mailUrl?: string | undefined;
}

/** All processes of a shop on one machine, from the database to the HTTP workers. */
export class Shop {
  readonly #config: Config;
  readonly #logger: Logger;
  readonly #metrics: ReturnType<typeof createClusterMetrics>;
  #database: DatabaseHandle | undefined;
  #mail: Supervisor | undefined;
  #metricsServer: MetricsServer | undefined;
  #sandbox: Supervisor | undefined;
  #httpWorkers: Supervisor[] = [];
  #jobWorker: Supervisor | undefined;
  #releaseFolder: (() => void) | undefined;
  #closing: Promise<number> | undefined;
  #exitCode = 0;

  constructor(config: Config, logger: Logger) {
    this.#config = config;
    this.#logger = logger;
    this.#metrics = createClusterMetrics(() => ({
      http: this.#httpWorkers.filter(({ isAlive }) => isAlive).length,
      jobs: this.#jobWorker?.isAlive ? 1 : 0,
    }));
  }

  /**
   * Starts everything, in parallel where possible.
   * @returns what was started; undefined when the shop was closed meanwhile.
   */
  async open(): Promise<Started | undefined> {
    try {
      this.#releaseFolder = claimFolder(
        this.#config,
        'Stop it, or use another folder: DATA_DIR=.data-2 PORT=3100 npm start',
      );
      const [seeded, sandboxUrl, mail] = await Promise.all([
        this.#openDatabase(),
        this.#openSandbox(),
        this.#openMail(),
      ]);
      const [port, metricsPort] = await Promise.all([
        this.#openWorkers({ sandboxUrl, ...mail }),
        this.#openMetrics(),
      ]);
      if (this.#closing) return undefined;
      const seconds = process.uptime();
      return { port, metricsPort, mailUrl: mail?.mailUrl, sandboxUrl, seeded, seconds };
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /**
   * Drains everything in order, the database last.
   * @returns the exit code.
   */
  close(): Promise<number> {
    this.#closing ??= this.#drain();
    return this.#closing;
  }

  /** Ends the processes at once; only the database gets a moment, for the sake of the data. */
  async abort(): Promise<void> {
    for (const worker of this.#workers()) worker.kill();
    this.#sandbox?.kill();
    this.#mail?.kill();
    await Promise.race([this.#database?.stop(), delay(ABORT_MS)]);
  }

  /** Replaces the workers one by one; each old one drains when its successor is ready. */
  async roll(): Promise<void> {
    if (this.#closing) return;
    this.#logger.info('SIGHUP: replacing the workers one by one');
    try {
      for (const worker of this.#workers()) await worker.replace();
      if (this.#closing) return;
      this.#logger.info('All workers are replaced');
    } catch (error) {
      this.#logger.error(error instanceof Error ? error.message : String(error));
    }
  }

  async #openDatabase(): Promise<boolean> {
    this.#database = await ensureDatabase(this.#config, (message) => this.#logger.warn(message));
    const { url } = this.#database;
    const { applied, deviating } = await migrate(url);
    if (applied.length > 0) this.#logger.debug(`Migrations applied: ${applied.join(', ')}`);
    if (deviating.length > 0) {
      this.#logger.warn(
        `Applied migrations that differ from this code: ${deviating.join(', ')} (db:migrate --check)`,
      );
    }
    if (!this.#config.demoSeed) return false;
    const env = this.#childEnvironment({});
    const isDevelopment = this.#config.env === 'development';
    const [isSeeded] = await Promise.all([
      seedIfEmpty(url, env),
      isDevelopment && makeOwnerIfNone(this.#config, url, env),
    ]);
    return isSeeded;
  }

  async #openSandbox(): Promise<string | undefined> {
    const { stripe, http } = this.#config;
    if (!stripe.embedded || stripe.apiBase !== undefined) return undefined;
    const port = await freePort(http.port === 0 ? 0 : http.port + 2);
    this.#sandbox = this.#supervise('Stripe sandbox', 'sandbox', () =>
      forkSandbox(this.#config, port),
    );
    await this.#sandbox.start();
    return `http://127.0.0.1:${port}`;
  }

  async #openMail(): Promise<ReturnType<typeof mailAddresses> | undefined> {
    const ports = await mailPorts(this.#config);
    if (!ports) return undefined;
    this.#mail = this.#supervise('mail catcher', 'mail', () =>
      forkMailCatcher(this.#config, ports),
    );
    await this.#mail.start();
    return mailAddresses(ports);
  }

  async #openWorkers(helpers: Helpers): Promise<number> {
    const env = this.#childEnvironment(helpers);
    this.#httpWorkers = Array.from({ length: this.#config.processes.web }, (_, index) =>
      this.#supervise(`HTTP worker ${index + 1}`, 'http', () => forkWorker('server', env)),
    );
    this.#jobWorker = this.#supervise('job worker', 'jobs', () => forkWorker('worker', env));
    const jobsReady = this.#jobWorker.start();
    const ready = await Promise.all(this.#httpWorkers.map((supervisor) => supervisor.start()));
    await jobsReady;
    return ready[0]?.port ?? this.#config.http.port;
  }

  async #openMetrics(): Promise<number> {
    const { metricsHost, port, metricsPort } = this.#config.http;
    const collect = () => this.#metrics.collect();
    // When it follows the API's port, another shop has taken that port too.
    const setting =
      metricsPort === port + 1
        ? { variable: 'PORT', port, hostVariable: 'METRICS_HOST' }
        : undefined;
    this.#metricsServer = await startMetricsServer(metricsHost, metricsPort, collect, setting);
    return this.#metricsServer.port;
  }

  #supervise(name: string, role: string, spawn: () => ChildProcess): Supervisor {
    return new Supervisor({
      name,
      spawn,
      logger: this.#logger,
      onRestart: () => this.#metrics.restarts.inc({ role }),
      onFatal: (reason) => {
        if (this.#closing) return;
        this.#logger.error(`${reason} The shop is closing.`);
        this.#exitCode = 1;
        void this.close().then((code) => process.exit(code));
      },
    });
  }

  #childEnvironment({ sandboxUrl, smtpUrl, mailUrl }: Helpers): NodeJS.ProcessEnv {
    return childEnvironment(
      {
        databaseUrl: this.#config.database.embedded ? this.#database?.url : undefined,
        stripeApiBase: sandboxUrl,
        smtpUrl,
        mailPage: mailUrl,
      },
      path.join(this.#config.dataDir, 'compile-cache'),
    );
  }

  async #drain(): Promise<number> {
    const deadline = this.#config.processes.drainTimeoutMs + CLOSE_MS;
    // Workers first and together: their requests and jobs may still need what comes below.
    await Promise.all(this.#workers().map((supervisor) => supervisor.stop(deadline)));
    await Promise.all([this.#sandbox?.stop(CLOSE_MS), this.#mail?.stop(CLOSE_MS)]);
    this.#metricsServer?.close();
    await this.#database?.stop();
    this.#releaseFolder?.();
    return this.#exitCode;
  }

  #workers(): Supervisor[] {
    return this.#jobWorker ? [...this.#httpWorkers, this.#jobWorker] : this.#httpWorkers;
  }
}
