import { existsSync, realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { freePort } from './freePort.ts';
import { errorCode } from '../../utils/errorCode.ts';
import { withFileLock } from './fileLock.ts';
import { Lease } from './lease.ts';
import {
  DATABASE_NAME,
  initialise,
  layoutOf,
  loadSettings,
  saveSettings,
  type Layout,
  type ServerSettings,
} from './dataFolder.ts';
import {
  findPostmaster,
  settle,
  PostgresStartError,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';

/**
 * Longer than a start with crash recovery, so that a process which waits for the lock outlasts it.
 */
const LOCK_TIMEOUT_MS = 150_000;
const PREDECESSOR_TIMEOUT_MS = 30_000;
const RETRY_MS = 200;
const LONGEST_PAUSE_MS = 5000;
/** PostgreSQL's cannot_connect_now: it is starting, recovering or shutting down. */
const CANNOT_CONNECT_NOW = '57P03';

interface EmbeddedOptions {
  /** Off only for throw-away servers of tests: a power cut would then cost the data. */
  durable: boolean;
  maxConnections: number;
  /** Whether it listens on a socket in its data directory too, which is faster than a port. */
  unixSocket?: boolean;
  /** Receives a sentence about what happens to the server while it is in use. */
  onNotice: (message: string) => void;
}

/**
 * The embedded PostgreSQL of one folder, shared by every command that uses it.
 *
 * A command that needs the server starts it if it does not run, and takes a lease; the last one
 * to release its lease stops it. No process owns the server: an import that started it may end
 * before the shop that came later, and the next command adopts and stops a server that outlived a
 * killed shop. Starting, leasing and stopping happen under the folder's file lock, so two commands
 * never collide, and none takes a lease on a server that another has decided to stop.
 */
export class EmbeddedServer {
  readonly #layout: Layout;
  readonly #options: EmbeddedOptions;
  #lease: Lease | undefined;
  #settings: ServerSettings = { port: 0, password: '' };
  #stopping = false;

  private constructor(folder: string, options: EmbeddedOptions) {
    this.#layout = layoutOf(folder);
    this.#options = options;
  }

  /** Finds or starts the server of a folder. */
  static async attach(
    folder: string,
    options: EmbeddedOptions,
  ): Promise<{ server: EmbeddedServer; startedHere: boolean }> {
    await mkdir(folder, { recursive: true });
    // PostgreSQL knows its directory by the real path, so we must too, to recognise it.
    const server = new EmbeddedServer(realpathSync(folder), options);
    return { server, startedHere: await server.#attachUnderLock() };
  }

  /** The connection string of a database on this server; by default the shop's. */
  url(database: string = DATABASE_NAME): string {
    const { port, password } = this.#settings;
    return `postgresql://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${database}`;
  }

  /** Releases the lease, and stops the server if no other process uses it. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await withFileLock(this.#layout.lock, LOCK_TIMEOUT_MS, async () => {
      const isLast = await this.#lease?.giveBack();
      const running = isLast ? findPostmaster(this.#layout) : undefined;
      if (running) await stopPostmaster(this.#layout, running.pid);
    });
  }

  #attachUnderLock(): Promise<boolean> {
    return withFileLock(this.#layout.lock, LOCK_TIMEOUT_MS, async () => {
      // The lease was released while this waited for the lock.
      if (this.#stopping) return false;
      this.#settings = await loadSettings(this.#layout);
      const running = await settle(this.#layout);
      this.#settings.port = running?.port ?? (await this.#start());
      this.#lease = await this.#takeLease();
      const actual = await this.#lease.dataDirectory();
      if (actual !== this.#layout.data) {
        await this.#lease.giveBack();
        throw new Error(
          `The PostgreSQL on port ${this.#settings.port} works on ${actual}, not on ours`,
        );
      }
      await this.#lease.ensureDatabase(DATABASE_NAME);
      return running === undefined;
    });
  }

  /**
   * After a crash of one of its processes, a server refuses connections for a while and still
   * reports ready.
   */
  async #takeLease(): Promise<Lease> {
    const deadline = Date.now() + PREDECESSOR_TIMEOUT_MS;
    for (;;) {
      try {
        return await Lease.take(this.url('postgres'), () => void this.#recover());
      } catch (error) {
        if (errorCode(error) !== CANNOT_CONNECT_NOW || Date.now() > deadline) throw error;
        await delay(RETRY_MS);
      }
    }
  }

  /** @returns the port it listens on. */
  async #start(): Promise<number> {
    const binaries = findBinaries();
    const account = chooseAccount(this.#layout.data, [this.#layout.data, binaries.postgres]);
    if (!existsSync(this.#layout.data)) {
      await saveSettings(this.#layout, this.#settings);
      const { password } = this.#settings;
      await initialise(this.#layout, password, binaries, account, this.#options.durable);
    }
    const deadline = Date.now() + PREDECESSOR_TIMEOUT_MS;
    for (;;) {
      const port = await freePort(this.#settings.port);
      await saveSettings(this.#layout, { ...this.#settings, port });
      try {
        await startPostmaster(this.#layout, port, this.#flags(), binaries, account);
        return port;
      } catch (error) {
        const isPassing =
          error instanceof PostgresStartError && (error.isPortTaken || error.isPredecessorEnding);
        if (!isPassing || Date.now() > deadline) throw error;
        await delay(RETRY_MS);
      }
    }
  }

  #flags(): string[] {
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: this.#options.unixSocket === true ? this.#layout.data : '',
      max_connections: this.#options.maxConnections,
      shared_buffers: '128MB',
      // Compiling a plan takes longer than any statement that PostgreSQL considers expensive enough
      // for it.
      jit: 'off',
      timezone: 'UTC',
      log_timezone: 'UTC',
      ...(this.#options.durable
        ? {}
        : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    };
    return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  }

  /**
   * The server stopped while in use (out of memory, a stray kill): restarts it, until the lease is
   * released.
   */
  async #recover(): Promise<void> {
    if (this.#stopping) return;
    this.#options.onNotice('The embedded PostgreSQL stopped. Restarting it.');
    for (let pause = RETRY_MS; !this.#stopping; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        await this.#attachUnderLock();
        this.#options.onNotice('The embedded PostgreSQL runs again.');
        return;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.#options.onNotice(`The embedded PostgreSQL could not be restarted: ${reason}`);
        await delay(pause);
      }
    }
  }
}
