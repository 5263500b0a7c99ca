import type { Environment } from '../schema.ts';

/** PostgreSQL, and this process's connections to it. */
export function databaseOf(env: Environment) {
  return {
    /** True when PostgreSQL is our own in `dataDir`; `url` is then undefined until it is found or started. */
    embedded: env.DATABASE_URL === undefined || env.CARTWRIGHT_EMBEDDED.includes('database'),
    url: env.DATABASE_URL,
    /** Connections of this process. */
    poolSize: env.DATABASE_POOL_SIZE,
    statementTimeoutMs: env.DATABASE_STATEMENT_TIMEOUT_MS,
  };
}
