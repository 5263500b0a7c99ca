import { handoverEnvironment } from '../src/config/handover.ts';
import { loadConfig } from '../src/config/index.ts';
import { createContainer, type Container } from '../src/container.ts';
import { ensureDatabase } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';
import { createContext, type Context } from '../src/utils/context.ts';
import { newId } from '../src/utils/ids.ts';

/**
 * Runs a command on the shop's database, migrated: that of `DATABASE_URL`, or the embedded one,
 * found running or started for the length of the command.
 * @param name who acts, as it is written down.
 */
export async function withShop<T>(
  name: string,
  work: (container: Container, ctx: Context) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  const database = await ensureDatabase(config, (message) => process.stderr.write(`${message}\n`));
  try {
    await migrate(database.url);
    const handed = config.database.embedded ? { databaseUrl: database.url } : {};
    const container = await createContainer(loadConfig(handoverEnvironment(handed)));
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
