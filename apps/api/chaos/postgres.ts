import path from 'node:path';
import { Client } from 'pg';
import { DATABASE_NAME, layoutOf, loadSettings } from '../src/db/embedded/dataFolder.ts';
import { findPostmaster } from '../src/db/embedded/postmaster.ts';

/** The harness's own access to the shop's embedded PostgreSQL. */
export interface Postgres {
  url(): Promise<string>;
  port(): Promise<number>;
  /** Runs a query on a separate connection. */
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Sends a signal to the postmaster. @returns whether there was one. */
  signal(name: NodeJS.Signals): boolean;
  /** Ends busy sessions of the shop, by request or by killing one's process. @returns how many. */
  endSessions(count: number, how: 'terminate' | 'kill'): Promise<number>;
}

/** Busy sessions first. */
const busiest = `SELECT pid FROM pg_stat_activity
  WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
    AND application_name LIKE 'cartwright%'
  ORDER BY state = 'idle', random() LIMIT $1`;

export function postgresOf(dataDir: string): Postgres {
  const layout = layoutOf(path.join(dataDir, 'postgres'));
  const url = async () => {
    const { port, password } = await loadSettings(layout);
    return `postgresql://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`;
  };

  async function query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({
      connectionString: await url(),
      application_name: 'chaos',
      connectionTimeoutMillis: 5000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query(text, values);
      return rows as Row[];
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  return {
    url,
    query,
    port: async () => (await loadSettings(layout)).port,
    signal(name) {
      const postmaster = findPostmaster(layout);
      if (!postmaster) return false;
      process.kill(postmaster.pid, name);
      return true;
    },
    async endSessions(count, how) {
      if (how === 'terminate') {
        const text = `SELECT pg_terminate_backend(pid) FROM (${busiest}) AS busy`;
        return (await query(text, [count])).length;
      }
      const [victim] = await query<{ pid: number }>(busiest, [1]);
      return victim && process.kill(victim.pid, 'SIGKILL') ? 1 : 0;
    },
  };
}
