import { withTimeout, type Database } from '../../db/client.ts';
import { isOutage } from '../../db/errors.ts';
import { purgeInBatches } from '../../db/purgeInBatches.ts';
import { Unavailable } from '../../utils/unavailable.ts';
import { addToLimits, purgeLimits, readLimits } from './statements.ts';
import type { Count, LimitStore } from './store.ts';

/** A count is one row by its key; a database that takes longer is as good as down. */
const TIMEOUT_MS = 2000;

const add = withTimeout(addToLimits, TIMEOUT_MS);
const read = withTimeout(readLimits, TIMEOUT_MS);

/** Counts in the shop's database, in a table that is not logged. */
export function createPostgresStore(database: Database): LimitStore {
  return {
    async add(additions) {
      const keys = additions.map(({ key }) => key);
      const costs = additions.map(({ cost }) => cost);
      const seconds = additions.map(({ windowSeconds }) => windowSeconds);
      const rows = await reach(() => database.query(add, { keys, costs, seconds }));
      return inOrder(keys, rows).map((count) => count ?? { used: 0, msLeft: 0 });
    },
    async read(keys) {
      return inOrder(keys, await reach(() => database.query(read, { keys })));
    },
    purge: () => purgeInBatches((limit) => database.execute(purgeLimits, { limit })),
    close: () => Promise.resolve(),
  };
}

function inOrder(
  keys: readonly string[],
  rows: readonly (Count & { key: string })[],
): (Count | undefined)[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.map((key) => byKey.get(key));
}

/** @throws {Unavailable} when the database cannot be reached, or accepts no writes. */
async function reach<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isOutage(error)) throw error;
    throw new Unavailable('The database cannot count requests', { cause: error });
  }
}
