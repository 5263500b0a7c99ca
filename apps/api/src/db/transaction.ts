import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Context } from '../kernel/context.ts';
import type { Database, Transaction } from './client.ts';
import { hasNoAnswer, isReadOnlyServer, isRetryable } from './errors.ts';
import { timed } from './timed.ts';

const MAX_ATTEMPTS = 5;

/**
 * Runs `body` in a transaction: joins the one that `ctx` is in, or opens one. The body's context
 * shadows the caller's on purpose: the outer one would escape the transaction.
 *
 * The whole body is run again when PostgreSQL chose it as the victim of a deadlock or of a
 * serialization failure (40P01, 40001), at most four times, so it must have no effect outside the
 * database: network calls stand before it or after it.
 * @throws what the body throws, after a rollback.
 */
export async function inTransaction<T>(
  ctx: Context,
  body: (ctx: Context) => Promise<T>,
): Promise<T> {
  if (ctx.db.isTransaction) return body(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(ctx.db, (db) => body({ ...ctx, db }));
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
      // Full jitter: the transactions that met here should not meet again.
      await delay(Math.random() * 10 * 2 ** attempt);
    }
  }
}

async function attemptOnce<T>(
  database: Database,
  body: (db: Transaction) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    await timed(() => client.query('BEGIN'));
    const result = await body(database.bind(client));
    const { command } = await timed(() => client.query('COMMIT'));
    // PostgreSQL answers so, without an error, when the body has swallowed the error of a statement.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back');
    client.release();
    return result;
  } catch (error) {
    database.refusals.note(error);
    await giveBack(client, error);
    throw error;
  }
}

/** The shortest statement; a connection that takes longer for it is not worth keeping. */
const rollback = { text: 'ROLLBACK', query_timeout: 2000 };

/**
 * Rolls back; a connection that cannot even do that is broken and is thrown away, as is one that
 * owes an answer, and one to a server that has become a standby.
 */
async function giveBack(client: pg.PoolClient, error: unknown): Promise<void> {
  if (hasNoAnswer(error) || isReadOnlyServer(error)) {
    client.release(true);
    return;
  }
  try {
    await client.query(rollback);
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}
