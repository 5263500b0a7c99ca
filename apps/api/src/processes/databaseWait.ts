import { setTimeout as delay } from 'node:timers/promises';
import { type Database } from '../db/client.ts';
import { statement, type None } from '../db/statement.ts';
import { isDatabaseUnavailable } from '../db/errors.ts';
import type { Logger } from '../utils/logger.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;

const ask = statement('processes.ping')<None>('SELECT 1');

/**
 * Waits until the database answers. A process that starts during a database outage (a failover, a
 * recovery) is healthy: if it ended and restarted, it would look like a crash loop.
 * @throws what waiting does not solve, such as a wrong password.
 */
export async function awaitDatabase(
  database: Database,
  logger: Pick<Logger, 'warn'>,
): Promise<void> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      await database.query(ask);
      return;
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      if (pause === FIRST_PAUSE_MS) logger.warn('The database does not answer. Waiting for it.');
      await delay(pause);
    }
  }
}
