import { createSession, type Backoff } from '../db/session.ts';
import {
  busEventSchemas,
  isPublishedEventType,
  type BusEventMap,
  type BusEventType,
} from '../events/busEvents.ts';
import { errorText } from '../utils/errorText.ts';
import type { Logger } from '../utils/logger.ts';

/** The channel that all processes listen on; the database's triggers know it too. */
const CHANNEL = 'cartwright';

type Handler<T extends BusEventType> = (payload: BusEventMap[T]) => void | Promise<void>;

/**
 * Messages of the database's triggers for every process, which may be lost: what depends on it (caches) clears
 * itself on `bus.reconnected`. A handler that fails is logged and does not stop the others.
 */
export interface EventBus {
  /** @returns a function that ends the subscription. */
  on<T extends BusEventType>(type: T, handler: Handler<T>): () => void;
  /** Begins to listen. @throws when the database cannot be reached. */
  start(): Promise<void>;
  close(): Promise<void>;
}

interface EventBusOptions {
  /** Of the database; the bus has a dedicated connection. */
  url: string;
  logger: Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>;
  /** Pauses between attempts to get a lost connection back. */
  backoff?: Backoff;
}

/** The bus of this process. */
export function createEventBus({ url, logger, backoff }: EventBusOptions): EventBus {
  const handlers = new Map<BusEventType, Set<Handler<never>>>();

  function dispatch<T extends BusEventType>(type: T, payload: BusEventMap[T]): void {
    for (const handler of handlers.get(type) ?? []) {
      void callSafely(handler as Handler<T>, payload).catch((error: unknown) => {
        logger.error(`A listener to ${type} failed`, { error: errorText(error) });
      });
    }
  }

  const session = createSession({
    url,
    purpose: 'bus',
    logger,
    ...(backoff ? { backoff } : {}),
    async prepare(client) {
      await client.query(`LISTEN ${CHANNEL}`);
    },
    onNotice(text) {
      const notice = parseNotice(text);
      if (notice) dispatch(notice.type, notice.payload);
      else logger.debug('A notice that this version does not know was ignored', { notice: text });
    },
    onReconnect: () => dispatch('bus.reconnected', {}),
  });

  return {
    on(type, handler) {
      const listeners = handlers.get(type) ?? new Set();
      handlers.set(type, listeners.add(handler));
      return () => void listeners.delete(handler);
    },

    start: () => session.start(),
    close: () => session.close(),
  };
}

/** What a notice says, or null: another version of the program may send what this one does not know. */
function parseNotice(text: string) {
  try {
    const { type, payload } = JSON.parse(text) as { type?: unknown; payload?: unknown };
    if (typeof type !== 'string' || !isPublishedEventType(type)) return null;
    return { type, payload: busEventSchemas[type].parse(payload) };
  } catch {
    return null;
  }
}

/** Makes a handler's synchronous throw a rejection like any other. */
async function callSafely<T>(handler: (payload: T) => void | Promise<void>, payload: T) {
  await handler(payload);
}
