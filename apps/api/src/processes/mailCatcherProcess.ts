import { startMailCatcher } from '../integrations/mailCatcher.ts';
import { createLogger } from '../utils/logger.ts';
import type { MailCatcherArguments } from './mail.ts';
import { onShutdownSignal } from './shutdown.ts';
import { exitOnUnexpected } from './unexpected.ts';

/**
 * The mail catcher as a separate process: whatever is sent to it, its crash takes nothing with it.
 * Its mails are on disk and survive a restart.
 */
const { log, ...options } = JSON.parse(process.argv[2] ?? '{}') as MailCatcherArguments;
const logger = createLogger(log);
exitOnUnexpected(logger);
const catcher = await startMailCatcher(options);
const end = () => void catcher.close().then(() => process.exit(0));
onShutdownSignal(['SIGTERM', 'SIGINT'], end, () => process.exit(1));
process.once('disconnect', end);
const { smtpPort, httpPort } = options;
logger.debug('The mail catcher is running', { smtpPort, httpPort, pid: process.pid });
process.send?.({ ready: true, port: httpPort });
