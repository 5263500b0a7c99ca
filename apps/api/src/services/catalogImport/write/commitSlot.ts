import { setTimeout as delay } from 'node:timers/promises';

/**
 * How long a batch waits for its predecessor while it holds rows. PostgreSQL detects no deadlock
 * through a wait in this process; its own patience (deadlock_timeout) is a second.
 */
const PATIENCE_MS = 2000;

/** Undoes a batch that reached its commit too early; it is written again after its predecessor. */
export const commitOrderConflict = new Error('The batch before this one is not done');

/**
 * The position of a batch among those that are written concurrently. They are committed in the
 * file's order: whatever happens, what is there is the file up to some batch, the last product the
 * newest.
 */
export class CommitSlot {
  readonly #before: CommitSlot | null;
  readonly #planned = Promise.withResolvers<void>();
  /** Whether the first transaction was the last. */
  readonly #atOnce = Promise.withResolvers<boolean>();
  readonly #done = Promise.withResolvers<void>();
  #transactions = 0;
  #isDone = false;
  /** Whether the batch before was written when the present transaction began. */
  #isNext = false;

  constructor(before: CommitSlot | null) {
    this.#before = before;
    // The successor learns of the rejection; without one, it must not count as unhandled.
    this.#done.promise.catch(() => undefined);
  }

  /** Settles when the batch is written, or can not be. */
  get done(): Promise<void> {
    return this.#done.promise;
  }

  /** Resolves when the batch has its ids; those of the next must be greater. */
  get planned(): Promise<void> {
    return Promise.race([this.#planned.promise, this.done]);
  }

  async run(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.#atOnce.resolve(false);
      this.#done.reject(error);
      throw error;
    }
    this.#isDone = true;
    this.#atOnce.resolve(true);
    this.#done.resolve();
  }

  /** To be called in each transaction. In a second one the rows are newer than those of the next batch. */
  begin(): void {
    this.#isNext = this.#before === null || this.#before.#isDone;
    this.#transactions += 1;
    if (this.#transactions > 1) this.#atOnce.resolve(false);
  }

  plan(): void {
    this.#planned.resolve();
  }

  /**
   * Waits, in a transaction, until the predecessor is written.
   * @throws {commitOrderConflict} when the predecessor has restarted, even if it has finished by now, or
   *   takes so long that it may be waiting for rows of this batch.
   */
  async waitToCommit(): Promise<void> {
    if (this.#before === null || this.#isNext) return;
    const timer = new AbortController();
    const late = delay(PATIENCE_MS, false, timer).catch(() => false);
    const isNext = await Promise.race([this.#before.#atOnce.promise, late]);
    timer.abort();
    if (!isNext) throw commitOrderConflict;
  }

  /** Waits, outside of any transaction, until the batch before is written. */
  async waitForPredecessor(): Promise<void> {
    await this.#before?.done;
  }
}
