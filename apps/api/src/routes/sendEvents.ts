import type { Request, Response } from 'express';
import { AppError } from '../kernel/errors.ts';
import type { EventsReply, SentEvent } from '../kernel/reply.ts';
import type { Route } from '../kernel/route.ts';
import { sendAsItIs } from '../middleware/compression.middleware.ts';
import { serverTiming } from '../utils/serverTiming.ts';
import { cacheControl } from './send.ts';

/** Server-Sent Events, as the HTML standard defines them. */
export const EVENT_STREAM = 'text/event-stream';

/** When a browser connects again. */
const RETRY_MS = 2000;
/** Proxies close a connection on which nothing was sent for a minute. */
const HEARTBEAT_MS = 15_000;
/** A client then connects again, and is asked again who it is. */
const MAX_AGE_MS = 5 * 60_000;
/** Of this process; each holds a connection and some kilobytes. */
const MAX_STREAMS = 200;

interface EventStreamsOptions {
  /** Aborted when the process drains: clients then connect to another one. */
  readonly draining: AbortSignal;
  readonly heartbeatMs?: number;
  readonly maxAgeMs?: number;
  readonly maxStreams?: number;
}

export interface EventStreams {
  /**
   * Sends events as they occur, and no faster than the client reads: until they end, the client
   * leaves, the process drains, or the stream is old.
   * @throws {AppError} service_unavailable when this process sends as many streams as it may.
   */
  send(req: Request, res: Response, route: Pick<Route, 'cache'>, reply: EventsReply): Promise<void>;
}

/** The streams of events that this process sends. */
export function createEventStreams({
  draining,
  heartbeatMs = HEARTBEAT_MS,
  maxAgeMs = MAX_AGE_MS,
  maxStreams = MAX_STREAMS,
}: EventStreamsOptions): EventStreams {
  const open = new Set<AbortController>();
  draining.addEventListener('abort', () => {
    for (const stream of open) stream.abort();
  });

  return {
    async send(req, res, route, { status, headers = {}, events }) {
      if (open.size >= maxStreams) throw tooMany(maxStreams);
      res.status(status);
      res.setHeader('Cache-Control', cacheControl[route.cache]);
      for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
      res.setHeader('Server-Timing', serverTiming());
      res.setHeader('Content-Type', `${EVENT_STREAM}; charset=utf-8`);
      // nginx would hold events back until it has a page of them, and so would compression.
      res.setHeader('X-Accel-Buffering', 'no');
      sendAsItIs(res);
      res.locals.answeredAt = performance.now();
      if (req.method === 'HEAD') {
        res.end();
        return;
      }
      const ending = new AbortController();
      const end = () => ending.abort();
      if (draining.aborted || res.destroyed) end();
      open.add(ending);
      res.once('close', end);
      const tooOld = setTimeout(end, maxAgeMs).unref();
      const heartbeat = setInterval(() => {
        if (!res.writableNeedDrain) res.write(':\n\n');
      }, heartbeatMs).unref();
      try {
        res.write(`retry: ${RETRY_MS}\n\n`);
        await write(res, events(ending.signal), ending.signal);
        res.end();
      } finally {
        clearTimeout(tooOld);
        clearInterval(heartbeat);
        open.delete(ending);
        end();
      }
    },
  };
}

async function write(
  res: Response,
  events: AsyncIterable<SentEvent>,
  signal: AbortSignal,
): Promise<void> {
  let wake = () => {};
  for (const event of ['drain', 'close'] as const) res.on(event, () => wake());
  for await (const event of events) {
    if (signal.aborted) return;
    const { promise: hasRoom, resolve } = Promise.withResolvers<void>();
    wake = resolve;
    if (!res.write(textOf(event))) await hasRoom;
  }
}

/** JSON has no line breaks, so the data is one line. */
function textOf({ name, id, data }: SentEvent): string {
  const identified = id === undefined ? '' : `id: ${id}\n`;
  return `event: ${name}\n${identified}data: ${JSON.stringify(data)}\n\n`;
}

function tooMany(max: number): AppError {
  const message = `This process sends ${max} streams of events already. Try again soon.`;
  return new AppError('service_unavailable', message, { headers: { 'Retry-After': '5' } });
}
