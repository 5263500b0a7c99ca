import type { Envelope, CachedBody } from '../kernel/cachedBody.ts';
import { AppError, OutdatedError, type AppErrorOptions } from '../kernel/errors.ts';
import type {
  CachedReply,
  CsvReply,
  DataReply,
  EventsReply,
  PageEnds,
  RowsReply,
  SentEvent,
  Tagged,
} from '../kernel/reply.ts';

/** 200 with data. */
export function ok<Data>(data: Data): DataReply<200, Data, undefined> {
  return { status: 200, data, meta: undefined };
}

/** 200 with a page of a list; it is sent with a `Link` header to the pages beside it. */
export function page<Data, Meta extends PageEnds>(
  data: Data,
  meta: Meta,
): DataReply<200, Data, Meta> {
  return { status: 200, data, meta, links: meta };
}

/** 202: it will be done. */
export function accepted<Data>(data: Data): DataReply<202, Data, undefined> {
  return { status: 202, data, meta: undefined };
}

/** 201 with the new resource and where it is. */
export function created<Data>(data: Data, location: string): DataReply<201, Data, undefined> {
  return { status: 201, data, meta: undefined, headers: { Location: location } };
}

/** The same reply with the entity tag of its data. */
export function tagged<Reply extends DataReply>(reply: Reply, etag: string): Reply & Tagged {
  return { ...reply, headers: { ...reply.headers, ETag: etag } };
}

/** 200 with rows that are read while they are sent. */
export function rows<Row>(found: AsyncIterable<Row>): RowsReply<200, Row> {
  return { status: 200, rows: found };
}

/** 200 with events as they occur, until the signal is aborted. */
export function events<Data>(
  watch: (signal: AbortSignal) => AsyncIterable<SentEvent<Data>>,
): EventsReply<200, Data> {
  return { status: 200, events: watch };
}

/** 200 with CSV whose records are read while they are sent; the first one is the header. */
export function csv(records: AsyncIterable<readonly string[]>, fileName: string): CsvReply<200> {
  return { status: 200, csv: records, fileName };
}

/** 200 with an answer from the cache: body, entity tag, links. */
export function cached<Data, Meta>(
  answer: CachedBody<Envelope<Data, Meta>>,
): CachedReply<200, Data, Meta> {
  return { status: 200, cached: answer };
}

/**
 * The result of a use case whose refusals show what is no longer as the client knows it.
 * @param present what such a refusal shows: members of the problem, headers.
 * @throws what the use case throws.
 */
export async function showingCurrent<Result, Current>(
  result: Promise<Result>,
  present: (error: OutdatedError<Current>) => AppErrorOptions,
): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    if (!(error instanceof OutdatedError)) throw error;
    throw new AppError(error.code, error.message, present(error));
  }
}
