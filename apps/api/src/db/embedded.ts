import path from 'node:path';
import type { Config } from '../config/index.ts';
import { checkExternalDatabase } from './external.ts';
import { prepareDataDir } from './embedded/dataDir.ts';
import { EmbeddedServer } from './embedded/server.ts';

/** A database that can be used until `stop` is called. */
export interface DatabaseHandle {
  url: string;
  /** True when this call started the embedded server, false when it already ran or is external. */
  startedHere: boolean;
  /** Ends our use of it; the embedded server stops when no other process uses it. */
  stop(): Promise<void>;
}

/**
 * Makes the shop's database available: the one of `DATABASE_URL` if it answers and is new enough,
 * otherwise the embedded PostgreSQL in the data folder, found running or started.
 * @param onNotice receives a sentence when the embedded server had to be restarted.
 * @throws {EnvironmentError} when there is none, saying what to do.
 */
export async function ensureDatabase(
  config: Config,
  onNotice: (message: string) => void = () => undefined,
): Promise<DatabaseHandle> {
  if (config.database.url !== undefined) {
    await checkExternalDatabase(config.database.url);
    return { url: config.database.url, startedHere: false, stop: () => Promise.resolve() };
  }
  prepareDataDir(config.dataDir);
  const { server, startedHere } = await EmbeddedServer.attach(
    path.join(config.dataDir, 'postgres'),
    { durable: true, maxConnections: 100, onNotice },
  );
  return { url: server.url(), startedHere, stop: () => server.stop() };
}
