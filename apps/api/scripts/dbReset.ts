import { rm } from 'node:fs/promises';
import path from 'node:path';
import { childEnvironment } from '../src/config/childEnv.ts';
import { loadConfig, type Config } from '../src/config/index.ts';
import { ensureDatabase } from '../src/db/embedded.ts';
import { placeOf } from '../src/db/external.ts';
import { migrate } from '../src/db/migrate.ts';
import { readArguments } from '../src/processes/commandLine.ts';
import { runMain, StartupError } from '../src/processes/fail.ts';
import { claimFolder } from '../src/processes/folder.ts';
import { seedIfEmpty } from '../src/processes/seed.ts';
import { dropEverything } from './dropEverything.ts';

const USAGE = `Usage: npm run db:reset [-- --yes]

Deletes all data of the shop, which must not run: the database is emptied and migrated, and so is the
Stripe sandbox. Where a start would write the demo catalogue (DEMO_SEED), it is written again.
Uploaded files and caught mail stay.

  --yes  needed for the database of DATABASE_URL, and in production
`;

await runMain(async () => {
  const { values } = readArguments(USAGE, {
    options: { yes: { type: 'boolean', default: false } },
  });
  const config = loadConfig();
  if (!values.yes) refuseUnlessPlaything(config);
  const release = claimFolder(config, 'Stop the shop first: it would lose its tables.');
  const database = await ensureDatabase(config);
  try {
    await dropEverything(database.url);
    const isSandboxOurs = config.stripe.embedded && config.stripe.apiBase === undefined;
    // The sandbox's payments belong to orders that no longer exist.
    if (isSandboxOurs) {
      await rm(path.join(config.dataDir, 'stripe'), { recursive: true, force: true });
    }
    const { applied } = await migrate(database.url);
    const seeded = config.demoSeed && (await seed(config, database.url));
    process.stdout.write(
      `The database${isSandboxOurs ? ' and the Stripe sandbox are' : ' is'} new: ` +
        `${applied.length} migrations${seeded ? ', and the demo catalogue' : ''}.\n`,
    );
  } finally {
    await database.stop();
    release();
  }
});

/** @throws {StartupError} without --yes, when the data may be needed. */
function refuseUnlessPlaything({ isProduction, database }: Config): void {
  if (!isProduction && database.embedded) return;
  const which = database.url === undefined ? 'this production shop' : placeOf(database.url);
  throw new StartupError(
    `This deletes all data of ${which}. To confirm: npm run db:reset -- --yes`,
  );
}

function seed(config: Config, databaseUrl: string): Promise<boolean> {
  return seedIfEmpty(
    databaseUrl,
    childEnvironment(config.database.embedded ? { databaseUrl } : {}),
  );
}
