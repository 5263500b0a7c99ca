import type pg from 'pg';
import { timed } from './timed.ts';

let savepoints = 0;

/**
 * A connection with an open transaction, lent to Prisma for a nested transaction (a nested write,
 * for example): Prisma's BEGIN and COMMIT become a savepoint within ours.
 */
export class SavepointClient {
  readonly #client: pg.PoolClient;
  readonly #name = `prisma_${++savepoints}`;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query(config: pg.QueryConfig): Promise<pg.QueryResult> {
    const text = this.#translate(config.text);
    return timed(() => this.#client.query(text === config.text ? config : { text }));
  }

  on(): this {
    return this;
  }

  removeListener(): this {
    return this;
  }

  /** The connection belongs to the outer transaction, which releases it. */
  release(): void {}

  #translate(text: string): string {
    switch (text) {
      case 'BEGIN':
        return `SAVEPOINT ${this.#name}`;
      case 'COMMIT':
        return `RELEASE SAVEPOINT ${this.#name}`;
      case 'ROLLBACK':
        return `ROLLBACK TO SAVEPOINT ${this.#name}`;
      default:
        return text;
    }
  }
}
