import type { Request, Response } from 'express';
import type { CsvReply, RowsReply } from '../kernel/reply.ts';
import type { Route } from '../kernel/route.ts';
import { createLeastRate } from '../utils/leastRate.ts';
import { csvLine } from '../utils/csvLine.ts';
import { serverTiming } from '../utils/serverTiming.ts';
import { cacheControl } from './send.ts';

/** One JSON document on each line. */
export const NDJSON = 'application/x-ndjson';
export const CSV = 'text/csv';

/** So much is written at a time, since each write costs a system call. */
const CHUNK_CHARS = 16_384;

/** A client that takes less, averaged over a minute, is cut off: few may be sent at a time. */
const LEAST = { bytesPerSecond: 16_384, seconds: 60 } as const;
const CHECK_MS = 1000;

interface Clock {
  /** In milliseconds. */
  readonly now: () => number;
}

/**
 * Sends rows as they are read, one JSON document or one record of CSV on each line, and reads no
 * faster than the client does. The first row is awaited before the head is sent, so a query that fails is answered by a
 * problem document. One that fails later breaks the connection off, so that no one takes a part for
 * the whole, and so does a client that takes too little while rows wait for it.
 */
export async function sendRows(
  req: Request,
  res: Response,
  route: Pick<Route, 'cache'>,
  reply: RowsReply | CsvReply,
  clock: Clock = performance,
): Promise<void> {
  const { status, headers = {} } = reply;
  const { source, lineOf, head } = formatOf(reply);
  const first = await source.next();
  res.status(status);
  res.setHeader('Cache-Control', cacheControl[route.cache]);
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader('Server-Timing', serverTiming());
  for (const [name, value] of Object.entries(head)) res.setHeader(name, value);
  if (req.method === 'HEAD') {
    await source.return?.();
    res.end();
    return;
  }
  await write(res, chunksOf(first, source, lineOf), clock);
}

interface Format {
  readonly source: AsyncIterator<unknown>;
  readonly head: Readonly<Record<string, string>>;
  readonly lineOf: (row: unknown) => string;
}

function formatOf(reply: RowsReply | CsvReply): Format {
  if ('rows' in reply) {
    return {
      source: reply.rows[Symbol.asyncIterator](),
      head: { 'Content-Type': `${NDJSON}; charset=utf-8` },
      lineOf: (row) => `${JSON.stringify(row)}\n`,
    };
  }
  return {
    source: reply.csv[Symbol.asyncIterator](),
    head: {
      'Content-Type': `${CSV}; charset=utf-8; header=present`,
      'Content-Disposition': `attachment; filename="${reply.fileName}"`,
    },
    lineOf: (cells) => csvLine(cells as readonly string[]),
  };
}

/** Not `pipeline`, which hands the error of its source to the response, as if the client were at fault. */
async function write(res: Response, chunks: AsyncIterable<string>, clock: Clock): Promise<void> {
  const rate = createLeastRate({ ...LEAST, now: () => clock.now() });
  const watching = setInterval(() => {
    if (rate.isTooSlow()) res.destroy();
  }, CHECK_MS).unref();
  res.once('close', () => clearInterval(watching));
  let wake = () => {};
  for (const event of ['drain', 'close'] as const) res.on(event, () => wake());
  for await (const chunk of chunks) {
    if (res.destroyed) return;
    const { promise: hasRoom, resolve } = Promise.withResolvers<void>();
    wake = resolve;
    if (!res.write(chunk)) {
      rate.wait();
      await hasRoom;
    }
    rate.taken(Buffer.byteLength(chunk));
  }
  res.end();
}

/** Lines, several at a time. Ends its source when no one wants the rest. */
async function* chunksOf(
  first: IteratorResult<unknown>,
  source: AsyncIterator<unknown>,
  lineOf: Format['lineOf'],
): AsyncGenerator<string> {
  let chunk = '';
  try {
    for (let next = first; next.done !== true; next = await source.next()) {
      chunk += lineOf(next.value);
      if (chunk.length < CHUNK_CHARS) continue;
      yield chunk;
      chunk = '';
    }
    if (chunk !== '') yield chunk;
  } finally {
    await source.return?.();
  }
}
