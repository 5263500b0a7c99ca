import { flag, integer, url } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** Where the database is and how it is used. */
export const database = {
  DATABASE_URL: url('postgres:', 'postgresql:').optional().register(documentation, {
    group: 'Database',
    description: 'PostgreSQL 15 or newer. Unset: an embedded PostgreSQL in DATA_DIR/postgres.',
    default: 'embedded',
    example: 'postgresql://cartwright:password@db.internal:5432/cartwright',
    secret: true,
  }),
  DATABASE_POOL_SIZE: integer(2, 500).default(10).register(documentation, {
    group: 'Database',
    description:
      'Connections per process. All processes together must stay under the server’s max_connections.',
    default: '10',
    example: '20',
  }),
  DATABASE_STATEMENT_TIMEOUT_MS: integer(0, 3_600_000).default(15_000).register(documentation, {
    group: 'Database',
    description: 'The server cancels a statement that runs longer. 0 is never.',
    default: '15000',
    example: '5000',
  }),
  ALLOW_EMBEDDED_DATABASE: flag().default(false).register(documentation, {
    group: 'Database',
    description: 'Lets the embedded PostgreSQL run in production, for a shop on a single machine.',
    default: 'false',
    example: 'true',
  }),
  DEMO_SEED: flag().optional().register(documentation, {
    group: 'Database',
    description: 'Fills an empty database with the demo catalogue at the start.',
    default: 'true in development when the database is embedded, else false',
    example: 'false',
  }),
};
