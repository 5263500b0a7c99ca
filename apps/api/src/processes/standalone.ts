import type { Config } from '../config/index.ts';
import { childEnvironment } from '../config/childEnv.ts';
import { tightenDataDir } from '../db/embedded/dataDir.ts';
import { loadConfigWithKeys } from './keys.ts';

/** A configuration in which everything has an address, and what to release at the end. */
interface RuntimeEnv {
  config: Config;
  release: () => Promise<void>;
}

/**
 * Prepares a process, with a primary or alone.
 *
 * Under a primary everything is there. Alone, an embedded database is found or started, and
 * migrated; an external one is only checked, because `db:migrate` is a step of the deployment
 * there. The sandbox and the mail catcher belong to `npm start`: a process that runs alone needs
 * the addresses of Stripe and of the mail server.
 * @throws {ConfigError} naming the variables that are needed.
 */
export async function prepareRuntimeEnv(): Promise<RuntimeEnv> {
  const config = await loadConfigWithKeys(undefined, { alone: true });
  tightenDataDir(config.dataDir);
  if (config.database.embedded && config.database.url !== undefined) {
    return { config, release: () => Promise.resolve() };
  }
  // Under a primary, which has done this, none of it is loaded.
  const { ensureDatabase } = await import('../db/embedded.ts');
  const database = await ensureDatabase(config);
  if (!config.database.embedded) return { config, release: () => database.stop() };
  const { migrate } = await import('../db/migrate.ts');
  await migrate(database.url);
  return {
    config: await loadConfigWithKeys(childEnvironment({ databaseUrl: database.url })),
    release: () => database.stop(),
  };
}
