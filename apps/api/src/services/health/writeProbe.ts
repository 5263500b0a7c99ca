import { withTimeout, type Database } from '../../db/client.ts';
import { statement, type None } from '../../db/statement.ts';
import { refusesWrites, sqlState } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import { createContext } from '../../kernel/context.ts';

/** A refusal counts for so long: what was refused may need more room than the probe. */
const REFUSAL_COUNTS_MS = 5000;
/** More frequent requests get the last answer: anyone may ask, and a probe writes. */
const PROBE_EVERY_MS = 1000;
const PATIENCE_MS = 3000;

const isWritable = statement('health.writable')<None, { writable: boolean }>(
  `SELECT NOT current_setting('transaction_read_only')::boolean AS writable`,
);

const shrinkMemory = statement('health.shrinkMemory')<None>(
  `SELECT set_config('work_mem', '64kB', true)`,
);

/**
 * Half a megabyte of rows that are kept until all of them are there; they do not fit into so little
 * memory and so go to PostgreSQL's disk, and are gone from there when the statement ends: a write
 * that leaves nothing behind, neither in a table nor in the log of changes.
 */
const writeTemporary = statement('health.writeTemporary')<None>(
  `SELECT count(*) FROM unnest(array_fill(repeat('x', 1000), ARRAY[500]))`,
);

/**
 * Checks whether the database accepts writes: by its recent refusals, and by a test write.
 * @returns the problem in words, or undefined.
 * @throws when the database does not answer.
 */
export function createWriteProbe(database: Database): () => Promise<string | undefined> {
  let asked = -Infinity;
  let answer: Promise<string | undefined> = Promise.resolve(undefined);

  return async () => {
    const { last } = database.refusals;
    if (last && performance.now() - last.at < REFUSAL_COUNTS_MS) return wordsOf(last.error);
    if (performance.now() - asked >= PROBE_EVERY_MS) {
      asked = performance.now();
      answer = probe(database);
    }
    return answer;
  };
}

async function probe(database: Database): Promise<string | undefined> {
  const ctx = createContext(database, { kind: 'system', id: 'health' }, 'health');
  try {
    return await inTransaction(ctx, async ({ db }) => {
      const [row] = await db.query(withTimeout(isWritable, PATIENCE_MS));
      if (row?.writable === false) return STANDBY;
      await db.query(withTimeout(shrinkMemory, PATIENCE_MS));
      await db.query(withTimeout(writeTemporary, PATIENCE_MS));
      return undefined;
    });
  } catch (error) {
    if (refusesWrites(error)) return wordsOf(error);
    // How much may be written aside is the operator's own limit, and none of what shoppers write.
    if (sqlState(error) === '53400') return undefined;
    throw error;
  }
}

const STANDBY = 'takes no writes: it is a standby, or read-only';

/** For operators. Anyone may read it, so it contains nothing of the database's own message. */
function wordsOf(error: unknown): string {
  const code = sqlState(error);
  if (code === '25006') return STANDBY;
  if (code === '53200') return 'refuses writes: it is out of memory';
  return 'refuses writes: its disk is full or fails';
}
