import { setImmediate as afterOthers, setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../kernel/errors.ts';

/** How what has no bound is read. */
interface Reading<Row, Key> {
  /** The page behind a key, from the beginning for null; an empty one is the end. */
  readonly readPage: (after: Key | null) => Promise<readonly Row[]>;
  readonly keyOf: (row: Row) => Key;
}

interface StreamOptions {
  /** Streams that a process sends at a time. */
  readonly maxOpen?: number;
  /**
   * How long it rests after a page, in times of how long it was read and taken: leaves processors to
   * others.
   */
  readonly rest?: number;
}

const MAX_OPEN = 4;
const REST = 1;
/** After so long what came meanwhile goes first, in the middle of a page, too. */
const TURN_MS = 1;
/** A page takes longer only where its client is slow, which leaves processors to others by itself. */
const LONGEST_REST_MS = 25;
/** When the client of a refused stream is to come back, in seconds. */
const RETRY_SECONDS = 30;

export type StreamService = ReturnType<typeof createStreamService>;

/**
 * Reads what has no bound for clients that take it row by row: a page at a time, none before the one
 * before it was taken, and no transaction or connection in between.
 */
export function createStreamService({ maxOpen = MAX_OPEN, rest = REST }: StreamOptions = {}) {
  let open = 0;
  return {
    /** How many are being sent. */
    openStreams: () => open,

    /**
     * The rows of all pages. Who takes no more ends the iterator, as `for await` does.
     * @throws {AppError} service_unavailable when as many as may are open.
     */
    async *rows<Row, Key>({ readPage, keyOf }: Reading<Row, Key>): AsyncGenerator<Row> {
      if (open >= maxOpen) {
        const message = `${maxOpen} exports are being sent already. Try again when one has ended.`;
        throw new AppError('service_unavailable', message, { retryAfterSeconds: RETRY_SECONDS });
      }
      open += 1;
      try {
        for (let after: Key | null = null; ;) {
          const began = performance.now();
          const page: readonly Row[] = await readPage(after);
          const last = page.at(-1);
          if (last === undefined) return;
          after = keyOf(last);
          yield* inTurns(page);
          const took = performance.now() - began;
          if (rest > 0) await delay(Math.min(took * rest, LONGEST_REST_MS));
          else await afterOthers();
        }
      } finally {
        open -= 1;
      }
    },
  };
}

async function* inTurns<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  let began = performance.now();
  for (const row of rows) {
    yield row;
    if (performance.now() - began < TURN_MS) continue;
    await afterOthers();
    began = performance.now();
  }
}
