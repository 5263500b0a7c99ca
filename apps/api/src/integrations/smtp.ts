import { types } from 'node:util';
import { parseSender, sendableEmail } from '../utils/emailAddress.ts';
import { inOnePiece } from './smtp/inOnePiece.ts';

interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Without angle brackets; the same for every copy of the same mail. */
  messageId: string;
}

export interface Mailer {
  /**
   * Hands a message to the mail server; resolves when the server has taken it.
   * @throws {RecipientRefusedError} when it never will; any other error may pass.
   */
  send(message: MailMessage): Promise<void>;
  close(): Promise<void>;
}

/** The mail server refuses the recipient permanently (5xx to RCPT TO, RFC 5321 section 4.2.1). */
export class RecipientRefusedError extends Error {
  override readonly name = 'RecipientRefusedError';
}

interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user, password and port; undefined while no mail server is known. */
  url: string | undefined;
  /** "Name <address>" */
  from: string;
}

/** Mail over SMTP, with a few connections that are kept while there is something to send. */
export function createMailer({ url, from }: SmtpOptions): Mailer {
  if (url === undefined) return { send: refuseToSend, close: async () => undefined };
  let library: ReturnType<typeof openLibrary> | undefined;
  return {
    async send({ to, messageId, subject, text, html }) {
      try {
        const { mails, mimePart } = await (library ??= openLibrary(url));
        await mails.sendMail({
          subject,
          text: { raw: mimePart('text/plain', text) },
          html: { raw: mimePart('text/html', html) },
          from: addressOf(from),
          // As an object it is one address, whatever commas are in it.
          to: { name: '', address: sendableEmail(to) },
          messageId: `<${messageId}>`,
          // Asks auto-responders not to answer (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        if (isRefusal(error)) throw new RecipientRefusedError(`${to}: ${error.message}`);
        throw error;
      }
    },
    async close() {
      (await library)?.mails.close();
    },
  };
}

/** The library is loaded for the first mail: an HTTP worker never sends one. */
async function openLibrary(url: string) {
  const { createTransport } = await import('nodemailer');
  const { mimePart } = await import('./smtp/mimePart.ts');
  const mails = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // A job that hangs holds a place in the queue: better to fail and to try again later.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
    // Content comes only from strings; a message can never name a file or a URL to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  mails.use('stream', ({ message }, done) => {
    message.transform(inOnePiece);
    done();
  });
  return { mails, mimePart };
}

/** The domain in punycode: not every server takes anything else (RFC 6531). */
function addressOf(from: string) {
  const sender = parseSender(from);
  if (!sender) throw new Error(`MAIL_FROM is no address: ${from}`);
  return { name: sender.name, address: sendableEmail(sender.address) };
}

async function refuseToSend(): Promise<never> {
  throw new Error('No mail server is known: set SMTP_URL, or start the shop with its mail catcher');
}

function isRefusal(error: unknown): error is Error {
  if (!types.isNativeError(error)) return false;
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  return command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 500;
}
