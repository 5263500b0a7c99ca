import { Client } from 'pg';
import { errorCode } from '../utils/errorCode.ts';
import { EnvironmentError } from '../utils/environmentError.ts';

/** JSON constructors, MERGE and `NULLS NOT DISTINCT` that the schema relies on came with 15. */
const MIN_VERSION = 15;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Checks that an external PostgreSQL answers and is new enough.
 * @throws {EnvironmentError} with what is wrong and what to do, and without the password.
 */
export async function checkExternalDatabase(url: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  const where = placeOf(url);
  try {
    await client.connect();
  } catch (error) {
    throw new EnvironmentError(`PostgreSQL at ${where} cannot be used: ${adviceFor(error)}`, {
      cause: error,
    });
  }
  try {
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < MIN_VERSION) {
      throw new EnvironmentError(
        `PostgreSQL at ${where} is version ${version}; Cartwright needs ${MIN_VERSION} or newer`,
      );
    }
  } finally {
    await client.end();
  }
}

/** The host and database of a URL, for people: without the password. */
export function placeOf(url: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  return `${hostname}:${port || 5432}${pathname} (user ${username || 'unnamed'})`;
}

function adviceFor(error: unknown): string {
  const code = String(errorCode(error));
  const reason =
    error instanceof AggregateError ? error.errors.map(String).join('; ') : String(error);
  const advice: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there. Check that the server runs, and check host and port.',
    ENOTFOUND: 'the host is unknown. Check its name.',
    '28P01': 'the password is wrong. Check it in DATABASE_URL (special characters %-encoded).',
    '28000': 'the server refuses this user. Check pg_hba.conf and the user’s name.',
    '3D000': 'this database does not exist. Create it with CREATE DATABASE.',
    '53300': 'it has no connection left. Lower DATABASE_POOL_SIZE or raise max_connections.',
  };
  return `${advice[code] ?? 'check DATABASE_URL and whether the server can be reached.'} [${reason}]`;
}
