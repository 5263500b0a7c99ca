import type { Pool, PoolClient } from 'pg';
import type { Database } from '../../src/db/client.ts';
import type { Steps } from './steps.ts';

/** The database of a process whose every statement is a step. */
export function watchedDatabase(database: Database, steps: Steps): Database {
  const connect = async () => watchedClient(await database.pool.connect(), steps);
  return {
    ...database,
    query: (sql, ...given) => steps.take(sql.name, () => database.query(sql, ...given)),
    execute: (sql, ...given) => steps.take(sql.name, () => database.execute(sql, ...given)),
    pool: { connect } as unknown as Pool,
  };
}

/** A connection that the process loses once a statement on it has failed. */
function watchedClient(client: PoolClient, steps: Steps): PoolClient {
  let broken: Error | undefined;
  const query = async (config: string | { name?: string; text: string }, ...rest: unknown[]) => {
    if (broken) throw broken;
    const send = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    try {
      return await steps.take(nameOf(config), () => send(config, ...rest));
    } catch (error) {
      if (isConnectionLost(error)) broken = error;
      throw error;
    }
  };
  const release = (error?: boolean | Error) => {
    if (broken) void rollBack(client);
    else client.release(error);
  };
  return new Proxy(client, {
    get(target, name) {
      if (name === 'query') return query;
      return name === 'release' ? release : (Reflect.get(target, name) as unknown);
    },
  });
}

/**
 * Does what the server does when it loses a connection. The pool keeps this one, because a new one for
 * each case would authenticate and plan every statement again.
 */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

function nameOf(config: string | { name?: string; text: string }): string {
  if (typeof config === 'string') return config;
  return config.name ?? config.text.slice(0, 40);
}

function isConnectionLost(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}
