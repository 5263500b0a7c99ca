import { refusesWrites } from './errors.ts';

/** Notes that a database takes no writes: its disk is full, or it has become a standby. */
export interface Refusals {
  /** The last one, if there was one: the error, and its moment of `performance.now()`. */
  readonly last: { readonly error: unknown; readonly at: number } | undefined;
  /** How many there have been. */
  readonly count: number;
  /** Passes a result on, or an error, which it looks at. */
  watch<T>(work: Promise<T>): Promise<T>;
  /** Looks at an error. */
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
