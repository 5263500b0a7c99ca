import { IDEMPOTENCY_KEY } from './idempotencyKey.ts';

/** What any call can be given. */
export interface CallOptions {
  /** Ends the call, between two tries as well. */
  signal?: AbortSignal | undefined;
  headers?: Record<string, string>;
}

/** What a call that changes something by POST can be given. */
export interface PostOptions extends CallOptions {
  /**
   * A key of your own instead of one per call: keep it with the form, and a shopper who reloads the
   * page and pays again has paid once. It holds for 24 hours, and for the same request alone.
   */
  idempotencyKey?: string | undefined;
}

/** Puts the options of a call in the form of a request. */
export function initOf(
  { signal, headers, idempotencyKey }: PostOptions,
  ours: Record<string, string | undefined> = {},
) {
  return {
    ...(signal === undefined ? {} : { signal }),
    // Members that are undefined are not sent.
    headers: { ...headers, ...ours, [IDEMPOTENCY_KEY]: idempotencyKey },
  };
}
