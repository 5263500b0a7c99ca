import { createLogger, writeOut } from '../utils/logger.ts';
import { banner } from './banner.ts';
import { runMain } from './fail.ts';
import { keysFile, loadConfigWithKeys } from './keys.ts';
import { Shop } from './shop.ts';
import { onShutdownSignal } from './shutdown.ts';
import { warnOfConfiguration } from './startWarnings.ts';
import { continueAfterUnexpected } from './unexpected.ts';

/** The primary: starts everything, keeps it running, and ends it in order. */
export function runPrimary(): Promise<void> {
  return runMain(async () => {
    const config = await loadConfigWithKeys();
    const logger = createLogger(config.log);
    warnOfConfiguration(config, logger);
    const shop = new Shop(config, logger);
    onShutdownSignal(
      ['SIGTERM', 'SIGINT'],
      (signal) => {
        logger.info(`${signal}: requests and jobs in flight finish. Send it again to end at once.`);
        void shop.close().then((code) => process.exit(code));
      },
      () => void shop.abort().then(() => process.exit(1)),
    );
    process.on('SIGHUP', () => void shop.roll());
    const started = await shop.open();
    if (started === undefined) return;
    continueAfterUnexpected(logger);
    if (config.log.format === 'json') {
      const keys = config.isProduction ? {} : { keysFile: keysFile(config) };
      logger.info('The shop is open', { ...started, ...keys });
    } else {
      writeOut(`${banner(config, started)}\n`);
    }
  });
}
