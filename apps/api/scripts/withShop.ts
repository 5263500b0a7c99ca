import { childEnvironment } from '../src/config/childEnv.ts';
import { loadConfig, type Config } from '../src/config/index.ts';
import { createContainer, type Container } from '../src/container.ts';
import { ensureDatabase } from '../src/db/embedded.ts';
import { migrate, migrationStatus } from '../src/db/migrate.ts';
import { StartupError } from '../src/processes/fail.ts';
import { readKeys } from '../src/processes/keys.ts';
import { createContext, type Context } from '../src/kernel/context.ts';
import { newId } from '../src/kernel/ids.ts';
import { runningSandbox } from './runningSandbox.ts';

interface ShopOptions {
  /** Whether to apply pending migrations first; a read-only command must not. */
  migrates?: boolean;
}

/**
 * Runs a command on the shop's migrated database: that of `DATABASE_URL`, or the embedded one,
 * which it finds running or starts for the duration of the command. It finds a running shop's
 * Stripe sandbox too.
 * @param name the actor for the audit log.
 * @throws {StartupError} when migrations are pending and may not be applied.
 */
export async function withShop<T>(
  name: string,
  work: (container: Container, ctx: Context) => Promise<T>,
  { migrates = true }: ShopOptions = {},
): Promise<T> {
  const config = loadConfig();
  const database = await ensureDatabase(config, (message) => process.stderr.write(`${message}\n`));
  try {
    if (migrates) await migrate(database.url);
    else await refuseIfBehind(database.url);
    const container = await createContainer(await configFor(config, database.url));
    try {
      const ctx = createContext(container.database, { kind: 'system', id: name }, newId('request'));
      return await work(container, ctx);
    } finally {
      await container.close();
    }
  } finally {
    await database.stop();
  }
}

async function configFor(config: Config, databaseUrl: string): Promise<Config> {
  const stripeApiBase = await runningSandbox(config);
  const keys = config.isProduction ? undefined : readKeys(config);
  return loadConfig(
    childEnvironment({
      ...(config.database.embedded && { databaseUrl }),
      ...(stripeApiBase !== undefined && { stripeApiBase }),
    }),
    { ...(keys && { keys }) },
  );
}

async function refuseIfBehind(url: string): Promise<void> {
  const { pending, failed } = await migrationStatus(url);
  const missing = [...pending, ...failed];
  if (missing.length === 0) return;
  throw new StartupError(
    `The database lacks ${missing.join(', ')}. To apply them: npm run db:migrate`,
  );
}
