import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '../utils/logger.ts';

/** Pauses between attempts, in milliseconds: each twice the one before it, with jitter. */
export interface Backoff {
  firstMs: number;
  maxMs: number;
}

export interface SessionOptions {
  url: string;
  /** What the session is for; shown in pg_stat_activity and in the log. */
  purpose: string;
  logger: Pick<Logger, 'warn' | 'info'>;
  backoff?: Backoff;
  /** Makes a new connection what it is to be (LISTEN, a lock). */
  prepare(client: Client): Promise<void>;
  onNotice?(text: string): void;
  /** The connection was lost, and is back and prepared. */
  onReconnect?(): void;
}

/** A connection of its own for what belongs to a session, replaced whenever it is lost. */
export interface Session {
  /** @throws when the database cannot be reached; from then on the session looks after itself. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const defaultBackoff: Backoff = { firstMs: 100, maxMs: 10_000 };

export function createSession(options: SessionOptions): Session {
  const { url, purpose, logger, backoff = defaultBackoff } = options;
  const closing = new AbortController();
  let client: Client | undefined;
  let recovery: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: url,
      application_name: `cartwright-${purpose}`,
      connectionTimeoutMillis: 10_000,
      // A server that answers no more is given up, and looked for again.
      query_timeout: 10_000,
      // A server that vanished without a word is noticed by the kernel's keep-alive.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    next.on('notification', ({ payload }) => options.onNotice?.(payload ?? ''));
    // Each breakdown ends in "end"; without a listener to "error" Node would end the process.
    next.on('error', () => undefined);
    try {
      await next.connect();
      await options.prepare(next);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
    next.once('end', () => {
      if (closing.signal.aborted) return;
      logger.warn(`The database connection for the ${purpose} was lost`);
      recovery = reconnect();
    });
  }

  async function reconnect(): Promise<void> {
    for (let pause = backoff.firstMs; ; pause = Math.min(backoff.maxMs, pause * 2)) {
      try {
        // Jitter: a restarted database should not meet all processes at the same moment.
        await delay(pause * (0.5 + Math.random() / 2), undefined, { signal: closing.signal });
        await connect();
        break;
      } catch {
        if (closing.signal.aborted) return;
      }
    }
    logger.info(`The database connection for the ${purpose} is back`);
    options.onReconnect?.();
  }

  return {
    start: connect,
    async close() {
      closing.abort();
      await recovery;
      await client?.end();
    },
  };
}
