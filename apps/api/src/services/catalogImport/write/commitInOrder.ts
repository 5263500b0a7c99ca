import { statement, type None } from '../../../db/statement.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { Context } from '../../../kernel/context.ts';
import { Place } from './commitSlot.ts';

/** Held until the transaction ends, so that two imports take turns and never meet in a row. */
const lockImports = statement('import.lock')<None>(
  `SELECT pg_advisory_xact_lock(hashtext('catalogImport'))`,
);

/** Gives the transaction something to commit, so that the commit waits for the disk. */
const takePart = statement('import.takePart')<None>(`SELECT pg_current_xact_id()`);

/** Two keep two processors busy; more would wait for each other's turn to commit. */
const LANES = 2;

/**
 * Writes the batches of a run, two at a time: while PostgreSQL writes one, the next is looked up
 * and planned. No other import of the shop writes during the run.
 *
 * The batches' own commits need not wait for the disk: this transaction's commit does, and flushes
 * everything that was logged before it. A server that loses its power in between loses the last
 * batches of one run, and an import can be repeated.
 * @param write writes a batch in separate transactions.
 * @param mayGoOn is called before each batch.
 */
export async function inTurn<Batch>(
  ctx: Context,
  batches: readonly Batch[],
  write: (batch: Batch, place: Place) => Promise<void>,
  mayGoOn: () => boolean,
): Promise<void> {
  await inTransaction(ctx, async (turn) => {
    await turn.db.query(lockImports);
    await writeAll(batches, lanesOf(ctx), write, mayGoOn);
    await turn.db.query(takePart);
  });
}

/** The turn takes a connection itself. */
function lanesOf({ db }: Context): number {
  if (db.isTransaction) return 1;
  return Math.min(LANES, (db.pool.options.max ?? LANES) - 1);
}

async function writeAll<Batch>(
  batches: readonly Batch[],
  lanes: number,
  write: (batch: Batch, place: Place) => Promise<void>,
  mayGoOn: () => boolean,
): Promise<void> {
  const places: Place[] = [];
  const running: Promise<void>[] = [];
  try {
    for (const batch of batches) {
      const before = places.at(-1) ?? null;
      await places.at(-lanes)?.done;
      await before?.planned;
      if (!mayGoOn()) break;
      const place = new Place(before);
      places.push(place);
      running.push(place.run(() => write(batch, place)));
    }
  } finally {
    // The turn ends when nothing is written any more, also after an error.
    await Promise.allSettled(running);
  }
  await Promise.all(running);
}
