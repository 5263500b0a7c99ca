import type { Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { nodeHttp } from '../utils/nodeHttp.ts';
import { openMailbox, type Mailbox } from './mailCatcher/mailbox.ts';
import { answer } from './mailCatcher/web.ts';

const MAX_MESSAGE_BYTES = 25 * 1024 * 1024;
const MAX_MESSAGES = 500;
/** Each may bring a message of the largest size. */
const MAX_SMTP_CLIENTS = 50;
/** A client that sends nothing does not keep its connection. */
const WEB_LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000 };

interface MailCatcherOptions {
  /** Mails are kept in its subfolder `mail`, one `.eml` each, the newest 500. */
  dataDir: string;
  host: string;
  /** Default: any free port. */
  smtpPort?: number;
  httpPort?: number;
}

export interface MailCatcher {
  /** What goes into SMTP_URL. */
  smtpUrl: string;
  /** Where the mails can be read in a browser. */
  webUrl: string;
  close(): Promise<void>;
}

/**
 * A mail server that delivers nothing: it keeps every mail on disk and shows it in a browser.
 * For shops that are tried out. It has no password, so it belongs on the loopback address.
 */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  const { dataDir, host, smtpPort = 0, httpPort = 0 } = options;
  const mailbox = await openMailbox(path.join(dataDir, 'mail'), MAX_MESSAGES);
  const smtp = createSmtpServer(mailbox);
  const web = nodeHttp.createServer(WEB_LIMITS, (req, res) => void answer(mailbox, host, req, res));
  const smtpUrl = `smtp://${await listen(smtp.server, host, smtpPort)}`;
  try {
    const webUrl = `http://${await listen(web, host, httpPort)}`;
    return { smtpUrl, webUrl, close: async () => void (await Promise.all([end(smtp), end(web)])) };
  } catch (error) {
    await end(smtp);
    throw error;
  }
}

function createSmtpServer(mailbox: Mailbox): SMTPServer {
  const server = new SMTPServer({
    banner: 'Cartwright catches mail',
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_MESSAGE_BYTES,
    maxClients: MAX_SMTP_CLIENTS,
    disableReverseLookup: true,
    onData(stream, _session, done) {
      // "250 OK" is said when the mail is on the disk, as a real server would.
      callbackify(keep)(mailbox, stream, done);
    },
  });
  // A client that breaks off is no concern of ours; without a listener Node would end the process.
  server.on('error', () => undefined);
  return server;
}

async function keep(mailbox: Mailbox, stream: SMTPServerDataStream): Promise<void> {
  const message = await buffer(stream);
  if (stream.sizeExceeded) {
    throw Object.assign(new Error('The message is too large'), { responseCode: 552 });
  }
  await mailbox.add(message);
}

/** @returns host and port. */
function listen(server: NetServer, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(`${host}:${(server.address() as AddressInfo).port}`);
    });
  });
}

function end(server: SMTPServer | Server): Promise<void> {
  return new Promise((resolve) => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close(() => resolve());
  });
}
