import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { errorCode } from '../../utils/errorCode.ts';

/** Milliseconds and a random part, so that names sort by time. */
const ID = /^\d{13}-[0-9a-f]{8}$/;

export interface MailSummary {
  id: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  messageId: string;
  /** Why the mail cannot be parsed; its source is still available. */
  problem?: string;
}

export interface CaughtMail extends MailSummary {
  text: string;
  html: string;
  headers: { name: string; value: string }[];
}

/** Caught mails, kept as files: whatever is in the folder is in the mailbox, also after a restart. */
export interface Mailbox {
  /** Stores a message and removes the oldest beyond the limit. */
  add(message: Buffer): Promise<void>;
  /** Newest first. */
  list(): Promise<MailSummary[]>;
  read(id: string): Promise<CaughtMail | null>;
  /** The message as it came. */
  readRaw(id: string): Promise<Buffer | null>;
}

export async function openMailbox(folder: string, limit: number): Promise<Mailbox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const summaries = new Map<string, MailSummary>();
  const fileOf = (id: string) => path.join(folder, `${id}.eml`);

  async function ids(): Promise<string[]> {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    return names
      .map((name) => name.slice(0, -'.eml'.length))
      .filter((id) => ID.test(id))
      .sort();
  }

  async function readRaw(id: string): Promise<Buffer | null> {
    if (!ID.test(id)) return null;
    try {
      return await readFile(fileOf(id));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  // One that cannot be read or parsed is a mail like the others, and hides none of them.
  async function read(id: string): Promise<CaughtMail | null> {
    try {
      const raw = await readRaw(id);
      return raw && mailOf(id, await PostalMime.parse(raw));
    } catch (error) {
      return unreadable(id, error);
    }
  }

  async function summaryOf(id: string): Promise<MailSummary | null> {
    const known = summaries.get(id);
    if (known) return known;
    const mail = await read(id);
    if (!mail) return null;
    const { text: _text, html: _html, headers: _headers, ...summary } = mail;
    summaries.set(id, summary);
    return summary;
  }

  // Of all that are there, oldest first: to read the folder for each mail costs more than the mail.
  const kept = await ids();

  return {
    read,
    readRaw,
    async add(message) {
      const id = `${Date.now()}-${randomBytes(4).toString('hex')}`;
      const temporary = `${fileOf(id)}.tmp`;
      try {
        await writeFile(temporary, message, { flush: true });
        await rename(temporary, fileOf(id));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      kept.push(id);
      for (const old of kept.splice(0, Math.max(0, kept.length - limit))) {
        await rm(fileOf(old), { force: true, recursive: true });
        summaries.delete(old);
      }
    },
    async list() {
      const list: MailSummary[] = [];
      for (const id of (await ids()).toReversed()) {
        const summary = await summaryOf(id);
        if (summary) list.push(summary);
      }
      return list;
    },
  };
}

const receivedAt = (id: string) => new Date(Number(id.slice(0, 13))).toISOString();

function unreadable(id: string, error: unknown): CaughtMail {
  const problem = error instanceof Error ? error.message : String(error);
  return {
    id,
    receivedAt: receivedAt(id),
    from: '',
    to: [],
    subject: '(this mail cannot be read)',
    messageId: '',
    problem,
    text: '',
    html: '',
    headers: [],
  };
}

function mailOf(id: string, email: Email): CaughtMail {
  return {
    id,
    receivedAt: receivedAt(id),
    from: addressText(email.from),
    to: (email.to ?? []).map(addressText),
    subject: email.subject ?? '',
    messageId: email.messageId ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  };
}

function addressText(address: Email['from']): string {
  if (!address) return '';
  if (address.address === undefined) return address.name;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}
