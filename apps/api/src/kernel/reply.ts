import type { Envelope, CachedBody } from './cachedBody.ts';

/** What every reply has. */
interface ReplyHead<Status extends number> {
  readonly status: Status;
  readonly headers?: Readonly<Record<string, string>>;
  /** Lines of `Set-Cookie`. They may be secret, so a reply that is kept for a retry has none. */
  readonly cookies?: readonly string[];
}

/** What a reply with an entity tag has. */
export interface Tagged {
  readonly headers: Readonly<Record<string, string>> & { readonly ETag: string };
}

/** A reply without a body. */
export type EmptyReply<Status extends number = number> = ReplyHead<Status>;

/** A reply whose envelope is still to be serialized. */
export interface DataReply<
  Status extends number = number,
  Data = unknown,
  Meta = unknown,
> extends ReplyHead<Status> {
  readonly data: Data;
  readonly meta: Meta;
  /** Of a page of a list: what the `Link` header leads to. */
  readonly links?: PageEnds;
}

/** The cursors to the pages beside a page; null where the list ends. */
export interface PageEnds {
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

/** A reply from the cache: body, entity tag and links are computed. */
export interface CachedReply<Status extends number = number, Data = unknown, Meta = unknown> {
  readonly status: Status;
  readonly cached: CachedBody<Envelope<Data, Meta>>;
}

/** A reply that is sent row by row, as it is read, so that its length has no bound. */
export interface RowsReply<
  Status extends number = number,
  Row = unknown,
> extends ReplyHead<Status> {
  readonly rows: AsyncIterable<Row>;
}

/** A reply of CSV that is sent record by record, as it is read; its first one is the header. */
export interface CsvReply<Status extends number = number> extends ReplyHead<Status> {
  readonly csv: AsyncIterable<readonly string[]>;
  /** What a browser saves it as. */
  readonly fileName: string;
}

/** An event as a client gets it: under a name, its data as JSON. */
export interface SentEvent<Data = unknown> {
  readonly name: string;
  readonly data: Data;
  /** What a client that connects again names as the last that it has (`Last-Event-ID`). */
  readonly id?: string;
}

/** A reply that sends events as they occur (Server-Sent Events). */
export interface EventsReply<
  Status extends number = number,
  Data = unknown,
> extends ReplyHead<Status> {
  /** @param signal is aborted when no one listens any longer; the events then end. */
  readonly events: (signal: AbortSignal) => AsyncIterable<SentEvent<Data>>;
}

/** A reply as text: what is sent, and what is kept for a retry. An empty body is none. */
export interface SerializedReply extends ReplyHead<number> {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a handler answers: a plain value, so that it can be checked, cached and stored. */
export type Reply = EmptyReply | DataReply | CachedReply | RowsReply | CsvReply | EventsReply;
