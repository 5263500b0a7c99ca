import { reportUnexpected } from './unexpected.ts';
import type { Store } from './store.ts';

/** Node's timers fire at once after a longer delay. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** The kinds of delayed changes, by name, so that they survive a restart. */
export type Job = (objectId: string) => void;

/** Delayed changes, such as a bank debit that clears. They are in the store. */
export class Timers {
  readonly #store: Store;
  readonly #jobs = new Map<string, Job>();
  #timeout: NodeJS.Timeout | undefined;
  #running = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Sets the handler of a kind of timer. Each run is one transaction. */
  define(name: string, job: Job): void {
    this.#jobs.set(name, job);
  }

  /** Starts with the timers of an earlier process. */
  start(): void {
    this.#running = true;
    this.#arm();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timeout);
  }

  schedule(name: string, objectId: string, delayMs: number): void {
    this.#store.run(
      'INSERT INTO timers (due_ms, job, object_id) VALUES (?, ?, ?)',
      Date.now() + delayMs,
      name,
      objectId,
    );
    this.#arm();
  }

  /** Drops the timers of an object that has changed in another way. */
  cancel(objectId: string): void {
    this.#store.run('DELETE FROM timers WHERE object_id = ?', objectId);
  }

  /** Runs an object's timers now. Returns their number. */
  runNow(objectId: string): number {
    return this.#runAll(
      this.#store.rows('SELECT * FROM timers WHERE object_id = ? ORDER BY id', objectId),
    );
  }

  #runAll(rows: ReturnType<Store['rows']>): number {
    for (const row of rows) {
      this.#store.transaction(() => {
        this.#store.run('DELETE FROM timers WHERE id = ?', row['id'] ?? null);
        this.#jobs.get(String(row['job']))?.(String(row['object_id']));
      });
    }
    return rows.length;
  }

  #arm(): void {
    if (!this.#running) return;
    clearTimeout(this.#timeout);
    const [row] = this.#store.rows('SELECT min(due_ms) AS due FROM timers');
    if (typeof row?.['due'] !== 'number') return;
    this.#timeout = setTimeout(
      () => {
        this.#runDue();
        this.#arm();
      },
      Math.min(Math.max(0, row['due'] - Date.now()), LONGEST_TIMEOUT_MS),
    );
  }

  /** A failed timer would fail again at once, and after each restart: it is logged and dropped. */
  #runDue(): void {
    const due = 'SELECT * FROM timers WHERE due_ms <= ? ORDER BY id';
    for (const row of this.#store.rows(due, Date.now())) {
      try {
        this.#runAll([row]);
      } catch (error) {
        this.#store.run('DELETE FROM timers WHERE id = ?', row['id'] ?? null);
        reportUnexpected(`${String(row['job'])} of ${String(row['object_id'])} failed`, error);
      }
    }
  }
}
