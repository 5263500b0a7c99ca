import { statement, type None } from '../../../db/statement.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { Context } from '../../../kernel/context.ts';
import { CommitSlot } from './commitSlot.ts';

/** Held until the transaction ends, so that two imports alternate by run and never lock the same row. */
const lockImports = statement('import.lock')<None>(
  `SELECT pg_advisory_xact_lock(hashtext('catalogImport'))`,
);

/** Gives the transaction something to commit, so that the commit waits for the disk. */
const assignTransactionId = statement('import.assignTransactionId')<None>(
  `SELECT pg_current_xact_id()`,
);

/** Two keep two processors busy; more would wait for each other to commit. */
const CONCURRENCY = 2;

/**
 * Writes the batches of a run, two at a time: while PostgreSQL writes one, the next is looked up
 * and planned. No other import of the shop writes during the run.
 *
 * The batches' own commits need not wait for the disk: this transaction's commit does, and flushes
 * everything that was logged before it. A server that loses its power in between loses the last
 * batches of one run, and an import can be repeated.
 * @param write writes a batch in separate transactions.
 * @param shouldContinue is called before each batch.
 */
export async function commitInOrder<Batch>(
  ctx: Context,
  batches: readonly Batch[],
  write: (batch: Batch, slot: CommitSlot) => Promise<void>,
  shouldContinue: () => boolean,
): Promise<void> {
  await inTransaction(ctx, async (held) => {
    await held.db.query(lockImports);
    await writeAll(batches, concurrencyOf(ctx), write, shouldContinue);
    await held.db.query(assignTransactionId);
  });
}

/** The transaction of the run takes one connection itself. */
function concurrencyOf({ db }: Context): number {
  if (db.isTransaction) return 1;
  return Math.min(CONCURRENCY, (db.pool.options.max ?? CONCURRENCY) - 1);
}

async function writeAll<Batch>(
  batches: readonly Batch[],
  concurrency: number,
  write: (batch: Batch, slot: CommitSlot) => Promise<void>,
  shouldContinue: () => boolean,
): Promise<void> {
  const slots: CommitSlot[] = [];
  const running: Promise<void>[] = [];
  try {
    for (const batch of batches) {
      const before = slots.at(-1) ?? null;
      await slots.at(-concurrency)?.done;
      await before?.planned;
      if (!shouldContinue()) break;
      const slot = new CommitSlot(before);
      slots.push(slot);
      running.push(slot.run(() => write(batch, slot)));
    }
  } finally {
    // The run ends once nothing more is written, also after an error.
    await Promise.allSettled(running);
  }
  await Promise.all(running);
}
