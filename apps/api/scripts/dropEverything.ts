import { Client } from 'pg';
import { isRetryable, isTimeout } from '../src/db/errors.ts';
import { StartupError } from '../src/processes/fail.ts';

const LOCK_TIMEOUT = '5s';

/**
 * Empties a database that no process of the shop is connected to, completely or not at all. It
 * drops schemas rather than the database, since that needs no right to create databases.
 * @throws {StartupError} when the database is in use.
 */
export async function dropEverything(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const users = await connectionsOfOurs(client);
    if (users > 0) throw inUse(`a shop (connections: ${users})`);
    await client.query(`
      SET lock_timeout = '${LOCK_TIMEOUT}';
      DROP SCHEMA IF EXISTS graphile_worker CASCADE;
      DROP SCHEMA IF EXISTS public CASCADE;
      CREATE SCHEMA public`);
  } catch (error) {
    if (isTimeout(error) || isRetryable(error)) throw inUse('another client');
    throw error;
  } finally {
    await client.end();
  }
}

/** On any machine: each of our connections carries its name. */
async function connectionsOfOurs(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND application_name LIKE 'cartwright%'`,
  );
  return rows[0]?.count ?? 0;
}

function inUse(by: string): StartupError {
  return new StartupError(
    `The database is in use by ${by}. Stop every shop and command that uses it, then retry. Nothing was deleted.`,
  );
}
