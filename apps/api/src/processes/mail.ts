import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { childEnvironment } from '../config/childEnv.ts';
import type { Config } from '../config/index.ts';
import { freePort } from '../db/embedded/freePort.ts';
import { entry } from './entries.ts';

/** The addresses of the mail catcher, which replaces a mail server; they survive its restart. */
interface MailPorts {
  readonly smtpPort: number;
  readonly httpPort: number;
}

const HOST = '127.0.0.1';

/** The value of SMTP_URL, and the address at which the mails are read. */
export function mailAddresses({ smtpPort, httpPort }: MailPorts) {
  return { smtpUrl: `smtp://${HOST}:${smtpPort}`, mailUrl: `http://${HOST}:${httpPort}` };
}

/** Chooses the ports of the mail catcher; undefined when there is a mail server. */
export async function mailPorts({ mail, http }: Config): Promise<MailPorts | undefined> {
  if (mail.smtpUrl !== undefined) return undefined;
  const offset = (by: number) => (http.port === 0 ? 0 : http.port + by);
  const [httpPort, smtpPort] = await Promise.all([freePort(offset(3)), freePort(offset(4))]);
  return { httpPort, smtpPort };
}

/** The argument of the mail catcher's process, in JSON. */
export interface MailCatcherArguments extends MailPorts {
  readonly dataDir: string;
  readonly host: string;
  readonly log: Config['log'];
}

/** Starts the mail catcher; it reports when it is ready, and ends with this process. */
export function forkMailCatcher({ dataDir, log }: Config, ports: MailPorts): ChildProcess {
  const options: MailCatcherArguments = { ...ports, dataDir, log, host: HOST };
  return fork(entry('processes/mailCatcherProcess'), [JSON.stringify(options)], {
    // A separate process group: Ctrl-C must not end it before the jobs that still send mail.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: childEnvironment({}, path.join(dataDir, 'compile-cache')),
  });
}
