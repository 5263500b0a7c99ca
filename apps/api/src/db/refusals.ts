import { refusesWrites } from './errors.ts';

/** Records that a database accepts no writes: its disk is full, or it has become a standby. */
export interface Refusals {
  /** The last one, if any: the error, and its time by `performance.now()`. */
  readonly last: { readonly error: unknown; readonly at: number } | undefined;
  /** The number of refusals. */
  readonly count: number;
  /** Passes on a result, or an error, which it inspects. */
  watch<T>(work: Promise<T>): Promise<T>;
  /** Inspects an error. */
  note(error: unknown): void;
}

export function watchRefusals(): Refusals {
  let last: Refusals['last'];
  let count = 0;
  function note(error: unknown): void {
    if (!refusesWrites(error)) return;
    last = { error, at: performance.now() };
    count += 1;
  }
  return {
    get last() {
      return last;
    },
    get count() {
      return count;
    },
    note,
    async watch(work) {
      try {
        return await work;
      } catch (error) {
        note(error);
        throw error;
      }
    },
  };
}
