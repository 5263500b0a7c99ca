import { openDatabase } from '../src/db/client.ts';
import { assertPromisesKept } from '../tests/helpers/books.ts';
import type { Books } from './books.ts';
import type { Postgres } from './postgres.ts';
import { readShelves, type Shelf } from './stock.ts';
import { offenders, type Violation } from './violations.ts';

/** What is on the shelves is what was there at the start, less what was sold. */
export async function checkStock(
  postgres: Postgres,
  atTheStart: readonly Shelf[],
  { sold }: Books,
): Promise<Violation[]> {
  const soldOf = new Map(sold.map(({ variantId, quantity }) => [variantId, quantity]));
  const now = new Map(
    (await readShelves(postgres)).map(({ variantId, onHand }) => [variantId, onHand]),
  );
  return offenders(
    'no unit is lost or sold twice',
    atTheStart,
    ({ variantId, onHand }) => now.get(variantId) === onHand - (soldOf.get(variantId) ?? 0),
    ({ variantId }) => variantId,
  );
}

/** The invariants of the design, on the shop's database. */
export async function checkInvariants(postgres: Postgres): Promise<Violation[]> {
  const db = openDatabase({ url: await postgres.url(), poolSize: 2 });
  try {
    await assertPromisesKept({ db });
    return [];
  } catch (error) {
    return [{ promise: error instanceof Error ? error.message : String(error), ids: [] }];
  } finally {
    await db.close();
  }
}

/** A job that has failed for good is a promise that waits for a person. */
export function checkJobs({ deadJobs }: Books): Violation[] {
  return offenders(
    'no job has failed for good',
    deadJobs,
    () => false,
    ({ id, job, error }) => `${job} ${id}: ${error?.split('\n')[0]}`,
  );
}
