import { childEnvironment } from '../config/childEnv.ts';
import { loadConfig } from '../config/index.ts';
import { createContainer, type Container } from '../container.ts';
import { ensureDatabase } from '../db/embedded.ts';
import { migrate, migrationStatus } from '../db/migrate.ts';
import { createContext, type Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { StartupError } from './fail.ts';

/**
 * Runs a command on the shop, whether it is open or not.
 * @param actorId as whom the audit log names the command.
 * @throws {StartupError} when the database lacks migrations.
 */
export async function runInShop<T>(
  actorId: string,
  work: (container: Container, ctx: Context) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  const database = await ensureDatabase(config);
  try {
    // Migrating an external database is a step of the deployment, as for a process that runs alone.
    if (config.database.embedded) await migrate(database.url);
    else await refuseIfBehind(database.url);
    const container = await createContainer(
      loadConfig(childEnvironment(config.database.embedded ? { databaseUrl: database.url } : {})),
    );
    try {
      const actor = { kind: 'system', id: actorId } as const;
      const ctx = createContext(container.database, actor, newId('request'));
      return await work(container, ctx);
    } finally {
      await container.close();
    }
  } finally {
    await database.stop();
  }
}

async function refuseIfBehind(url: string): Promise<void> {
  const { pending, failed } = await migrationStatus(url);
  const missing = [...pending, ...failed];
  if (missing.length === 0) return;
  throw new StartupError(
    `The database lacks ${missing.join(', ')}. To apply them: npm run db:migrate (or dist/processes/dbMigrate.js)`,
  );
}
