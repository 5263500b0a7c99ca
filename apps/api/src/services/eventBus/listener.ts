import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '../../utils/logger.ts';

/** Pauses between attempts, in milliseconds: each twice the one before it, with jitter. */
export interface Backoff {
  firstMs: number;
  maxMs: number;
}

export interface ListenerOptions {
  url: string;
  /** A name that needs no quoting. */
  channel: string;
  logger: Pick<Logger, 'warn' | 'info'>;
  backoff?: Backoff;
  onNotice(text: string): void;
  /** The connection was lost and is back, and listening. */
  onReconnect(): void;
}

export interface Listener {
  start(): Promise<void>;
  close(): Promise<void>;
}

/** One connection that listens to a channel and is replaced whenever it is lost. */
export function createListener(options: ListenerOptions): Listener {
  const { url, channel, logger, backoff = { firstMs: 100, maxMs: 10_000 } } = options;
  const closing = new AbortController();
  let client: Client | undefined;
  let recovery: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: url,
      application_name: 'cartwright-bus',
      // A server that vanished without a word is noticed by the kernel's keep-alive.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
    });
    next.on('notification', ({ payload }) => options.onNotice(payload ?? ''));
    // Each breakdown ends in "end"; without a listener to "error" Node would end the process.
    next.on('error', () => undefined);
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
    next.once('end', () => {
      if (closing.signal.aborted) return;
      logger.warn('The event bus has lost its connection to the database');
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
    logger.info('The event bus is connected again');
    options.onReconnect();
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
