import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '../utils/logger.ts';

/** Milliseconds between attempts: each twice the one before it, with jitter. */
export interface Backoff {
  firstMs: number;
  maxMs: number;
}

interface SessionOptions {
  url: string;
  /** The purpose of the session; shown in pg_stat_activity and in the log. */
  purpose: string;
  logger: Pick<Logger, 'warn' | 'info'>;
  backoff?: Backoff;
  /** Prepares a new connection (LISTEN, a lock). */
  prepare(client: Client): Promise<void>;
  onNotice?(text: string): void;
  /** Called when a lost connection has been replaced and prepared. */
  onReconnect?(): void;
}

/** A dedicated connection for what belongs to a session, replaced whenever it is lost. */
interface Session {
  /**
   * @throws when the database cannot be reached; afterwards the session reconnects without a
   *   caller.
   */
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
      // A server that does not answer is abandoned, and looked up again.
      query_timeout: 10_000,
      // The kernel's keep-alive detects a server that vanished silently.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    next.on('notification', ({ payload }) => options.onNotice?.(payload ?? ''));
    // Each failure ends in "end"; without a listener to "error" Node would end the process.
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
