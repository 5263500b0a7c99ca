import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../utils/logger.ts';
import { BackOff, type Verdict } from './backOff.ts';
import { EX_CONFIG } from './exitCodes.ts';

interface SupervisorOptions {
  /** The process's name for people: "HTTP worker 2". */
  name: string;
  spawn: () => ChildProcess;
  logger: Logger;
  /** Called when the process cannot be kept running. */
  onFatal: (reason: string) => void;
  /** Called at each restart. */
  onRestart?: () => void;
}

/**
 * Keeps one process running: starts it, restarts it with back-off, replaces it on request, drains
 * it.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #backOff = new BackOff();
  readonly #firstReady = Promise.withResolvers<ReadyMessage>();
  #child: ChildProcess | undefined;
  /** All that have not ended: the child, its replacement, and one that drains. */
  readonly #running = new Set<ChildProcess>();
  /** Those that have reported ready. */
  readonly #proven = new WeakSet<ChildProcess>();
  #stopping = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  get isAlive(): boolean {
    return this.#child !== undefined && isRunning(this.#child);
  }

  /**
   * Starts the process.
   * @returns its ready message, from the first start or a later one.
   */
  start(): Promise<ReadyMessage> {
    const { child, ready } = this.#launch();
    this.#adopt(child);
    void ready.then(this.#firstReady.resolve);
    return this.#firstReady.promise;
  }

  /**
   * Starts a second process, and drains the first when the second is ready. Does nothing, or stops,
   * when the process is being stopped.
   * @throws when the second one crashes; the first then stays.
   */
  async replace(): Promise<void> {
    if (this.#stopping) return;
    const { child, ready } = this.#launch();
    const isReady = await Promise.race([ready, exitOf(child)]);
    if (this.#stopping) return;
    if (!isReady) {
      throw new Error(
        `The new ${this.#options.name} crashed before it was ready; the old one stays`,
      );
    }
    const previous = this.#child;
    this.#adopt(child);
    if (previous) await terminate(previous);
  }

  /**
   * Drains the process, its replacement and its predecessor: SIGTERM, and SIGKILL to what has not
   * ended after `deadlineMs`.
   */
  async stop(deadlineMs: number): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#running].map((child) => terminate(child, deadlineMs)));
  }

  /** Ends the process at once. */
  kill(): void {
    this.#stopping = true;
    for (const child of this.#running) child.kill('SIGKILL');
  }

  #launch(): { child: ChildProcess; ready: Promise<ReadyMessage> } {
    const child = this.#options.spawn();
    this.#running.add(child);
    child.once('exit', () => this.#running.delete(child));
    // The message could not be sent, which its exit explains, or the process could not be started
    // and has no exit.
    child.on('error', (error) => {
      if (child.pid === undefined) child.emit('exit', null, error.message);
    });
    const ready = new Promise<ReadyMessage>((resolve) => {
      child.on('message', (message: unknown) => {
        if (!isReady(message)) return;
        this.#proven.add(child);
        resolve(message);
      });
    });
    return { child, ready };
  }

  #adopt(child: ChildProcess): void {
    const startedAt = Date.now();
    this.#child = child;
    child.once('exit', (code, signal) => {
      if (this.#stopping || this.#child !== child) return;
      const verdict = this.#backOff.onDeath(Date.now() - startedAt, this.#proven.has(child));
      void this.#onDeath(verdict, code, signal);
    });
  }

  async #onDeath(verdict: Verdict, code: number | null, signal: string | null) {
    const { name, logger, onFatal } = this.#options;
    const cause = signal ?? `exit code ${code}`;
    if (code === EX_CONFIG) {
      onFatal(`The ${name} cannot run.`);
    } else if (verdict === 'crash loop') {
      onFatal(
        `The ${name} keeps crashing before it is ready (last: ${cause}). ` +
          'Its own messages above say why; another restart would not help.',
      );
    } else {
      logger.warn(`The ${name} crashed (${cause}); restarting it`, {
        inMs: verdict.restartInMs,
      });
      await delay(verdict.restartInMs);
      if (this.#stopping) return;
      this.#options.onRestart?.();
      this.#startAgain();
    }
  }

  /** A system without free processes or files cannot start it: that counts as a crash too. */
  #startAgain(): void {
    try {
      void this.start();
    } catch (error) {
      void this.#onDeath(this.#backOff.onDeath(0, false), null, String(error));
    }
  }
}

/** What a child sends when it is ready. */
interface ReadyMessage {
  ready: true;
  port?: number;
}

function isReady(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && 'ready' in message;
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** Not `once` of node:events, which would reject when a message to a process that ends is lost. */
function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/**
 * SIGTERM, unless it already drains (a second one means "at once"); SIGKILL after the deadline if
 * there is one.
 */
async function terminate(child: ChildProcess, deadlineMs?: number): Promise<void> {
  if (!isRunning(child)) return;
  const exited = exitOf(child);
  if (!child.killed) child.kill('SIGTERM');
  const kill =
    deadlineMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), deadlineMs);
  await exited;
  clearTimeout(kill);
}
