import { Client } from 'pg';

/**
 * The advisory lock of all users of the embedded server; the number is arbitrary but must not
 * change.
 */
const USERS = 4_280_601;

/**
 * A connection that marks the embedded server as in use. It holds an advisory lock shared with the
 * other users, so a user that requests it exclusively learns whether it is the last. A crashed user
 * releases it automatically.
 */
export class Lease {
  readonly #client: Client;
  #givenBack = false;

  private constructor(client: Client) {
    this.#client = client;
  }

  /**
   * @param url of the server's maintenance database.
   * @param onLost called when the server has stopped.
   */
  static async take(url: string, onLost: () => void): Promise<Lease> {
    const client = new Client({
      connectionString: url,
      application_name: 'cartwright-lease',
      keepAlive: true,
    });
    const lease = new Lease(client);
    // 'end' reports the end of the connection; without a listener 'error' would end the process.
    client.on('error', () => undefined);
    client.once('end', () => {
      if (!lease.#givenBack) onLost();
    });
    try {
      await client.connect();
      await client.query('SELECT pg_advisory_lock_shared($1)', [USERS]);
    } catch (error) {
      lease.#givenBack = true;
      await client.end().catch(() => undefined);
      throw error;
    }
    return lease;
  }

  /** Creates the shop's database unless it exists. */
  async ensureDatabase(name: string): Promise<void> {
    const found = await this.#client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) {
      await this.#client.query(`CREATE DATABASE ${this.#client.escapeIdentifier(name)}`);
    }
  }

  /** The directory that the server really uses. */
  async dataDirectory(): Promise<string> {
    const { rows } = await this.#client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory ?? '';
  }

  /**
   * Releases the lease.
   * @returns whether it was the last one (false when the server has stopped).
   */
  async giveBack(): Promise<boolean> {
    this.#givenBack = true;
    try {
      const { rows } = await this.#client.query<{ last: boolean }>(
        'SELECT pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) AS last',
        [USERS],
      );
      return rows[0]?.last ?? false;
    } catch {
      return false;
    } finally {
      await this.#client.end().catch(() => undefined);
    }
  }
}
