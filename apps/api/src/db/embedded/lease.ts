import { Client } from 'pg';

/** Advisory lock of everyone who uses the embedded server; its number means nothing but must not change. */
const USERS = 4_280_601;

/**
 * A connection that says "the embedded server is in use". It holds an advisory lock shared with
 * the other users, so who asks for it exclusively learns whether he is the last. A user that dies
 * cannot forget to give it back.
 */
export class Lease {
  private readonly client: Client;
  private givenBack = false;

  private constructor(client: Client) {
    this.client = client;
  }

  /** @param url of the server's maintenance database. @param onLost when the server went away. */
  static async take(url: string, onLost: () => void): Promise<Lease> {
    const client = new Client({
      connectionString: url,
      application_name: 'cartwright-lease',
      keepAlive: true,
    });
    const lease = new Lease(client);
    // The end of the connection is reported by 'end'; without a listener 'error' would end the process.
    client.on('error', () => undefined);
    client.once('end', () => {
      if (!lease.givenBack) onLost();
    });
    try {
      await client.connect();
      await client.query('SELECT pg_advisory_lock_shared($1)', [USERS]);
    } catch (error) {
      lease.givenBack = true;
      await client.end().catch(() => undefined);
      throw error;
    }
    return lease;
  }

  /** Creates the shop's database unless it is there. */
  async ensureDatabase(name: string): Promise<void> {
    const found = await this.client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) {
      await this.client.query(`CREATE DATABASE ${this.client.escapeIdentifier(name)}`);
    }
  }

  /** The directory that the server really works on. */
  async dataDirectory(): Promise<string> {
    const { rows } = await this.client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory ?? '';
  }

  /** Gives the lease back. @returns whether it was the last one (false when the server is gone). */
  async giveBack(): Promise<boolean> {
    this.givenBack = true;
    try {
      const { rows } = await this.client.query<{ last: boolean }>(
        'SELECT pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) AS last',
        [USERS],
      );
      return rows[0]?.last ?? false;
    } catch {
      return false;
    } finally {
      await this.client.end().catch(() => undefined);
    }
  }
}
