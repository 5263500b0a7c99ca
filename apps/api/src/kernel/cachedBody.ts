/** The content encodings that bodies are offered in, the smaller one first. */
export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** How old an answer is, in whole seconds. */
export interface Staleness {
  readonly ageSeconds: number;
  /** Since it is no longer fresh. */
  readonly expiredSeconds: number;
}

/** What a JSON body holds. */
export interface Envelope<Data, Meta> {
  readonly data: Data;
  readonly meta: Meta;
}

declare const content: unique symbol;

/**
 * An answer that is serialized once: the bytes of its body, and the headers that derive from them.
 * `Content` is the type of what was serialized.
 */
export interface CachedBody<Content = unknown> {
  /** Never present: it only carries the type. */
  readonly [content]?: Content;
  readonly body: Buffer;
  readonly etag: string;
  /** The `Link` header of a list. */
  readonly link?: string;
  /** Marks a stale answer, served because nothing newer can be read. */
  readonly stale?: Staleness;
  /**
   * The compressed body, computed at the first request for it; undefined when it saves too little.
   */
  encoded(encoding: Encoding): Buffer | undefined | Promise<Buffer | undefined>;
}
