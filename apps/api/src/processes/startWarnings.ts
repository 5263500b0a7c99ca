import cluster from 'node:cluster';
import type { Config } from '../config/index.ts';
import { configWarnings } from '../config/warnings.ts';
import type { Logger } from '../utils/logger.ts';

/**
 * Warns of settings that are allowed but may be mistakes; once for a cluster, and in each process
 * that runs alone.
 */
export function warnOfConfiguration(config: Config, logger: Logger): void {
  if (cluster.isWorker) return;
  for (const warning of configWarnings(config)) logger.warn(warning);
}
