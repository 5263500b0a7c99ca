import type { Pool, PoolClient } from 'pg';
import type { Database } from '../../src/db/client.ts';
import type { Steps } from './steps.ts';

/** The database as a process sees it whose every statement is a step. */
export function watchedDatabase(database: Database, steps: Steps): Database {
  const connect = async () => watchedClient(await database.pool.connect(), steps);
  return {
    ...database,
    query: (sql, ...given) => steps.take(sql.name, () => database.query(sql, ...given)),
    execute: (sql, ...given) => steps.take(sql.name, () => database.execute(sql, ...given)),
    pool: { connect } as unknown as Pool,
  };
}

/** A connection that is gone for good once a statement on it has failed on the way. */
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
  // The server rolls back what a lost connection had begun.
  const release = (error?: boolean | Error) => client.release(broken ?? error);
  return new Proxy(client, {
    get(target, name) {
      if (name === 'query') return query;
      return name === 'release' ? release : (Reflect.get(target, name) as unknown);
    },
  });
}

function nameOf(config: string | { name?: string; text: string }): string {
  if (typeof config === 'string') return config;
  return config.name ?? config.text.slice(0, 40);
}

function isConnectionLost(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}
