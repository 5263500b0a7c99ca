import type { Config } from '../config/index.ts';
import { freePort } from '../db/embedded/freePort.ts';

/** The mail catcher, which plays the mail server. */
export interface Mail {
  smtpUrl: string;
  webUrl: string;
  close(): Promise<void>;
}

/** Starts the mail catcher unless there is a mail server. */
export async function startMail(config: Config): Promise<Mail | undefined> {
  if (config.mail.smtpUrl !== undefined) return undefined;
  const { startMailCatcher } = await import('../integrations/mailCatcher.ts');
  const offset = (by: number) => (config.http.port === 0 ? 0 : config.http.port + by);
  const [httpPort, smtpPort] = await Promise.all([freePort(offset(3)), freePort(offset(4))]);
  return await startMailCatcher({
    dataDir: config.dataDir,
    host: '127.0.0.1',
    smtpPort,
    httpPort,
  });
}
