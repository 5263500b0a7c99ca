import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { loadConfig } from '../src/config/index.ts';
import { handoverEnvironment } from '../src/config/handover.ts';
import { ensureDatabase } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';
import { runMain, StartupError } from '../src/processes/fail.ts';
import { seedWhenEmpty } from '../src/processes/seed.ts';

// `npm run db:reset`: empties the database, migrates it, and seeds it where a start would.
const { values } = parseArgs({ options: { force: { type: 'boolean', default: false } } });

await runMain(async () => {
  const config = loadConfig();
  if (config.isProduction && !values.force) {
    throw new StartupError(
      'This is production. To delete all its data for good: npm run db:reset -- --force',
    );
  }
  const database = await ensureDatabase(config);
  try {
    await dropEverything(database.url);
    const { applied } = await migrate(database.url);
    const handed = config.database.embedded ? { databaseUrl: database.url } : {};
    const seeded =
      config.demoSeed && (await seedWhenEmpty(database.url, handoverEnvironment(handed)));
    process.stdout.write(
      `The database is new: ${applied.length} migrations${seeded ? ', and the demo catalogue' : ''}.\n`,
    );
  } finally {
    await database.stop();
  }
});

/** Schemas rather than the database: that needs no right to create databases, nor that nobody is connected. */
async function dropEverything(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`
      DROP SCHEMA IF EXISTS graphile_worker CASCADE;
      DROP SCHEMA IF EXISTS public CASCADE;
      CREATE SCHEMA public`);
  } finally {
    await client.end();
  }
}
