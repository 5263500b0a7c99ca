import { IDEMPOTENCY_KEY } from './idempotencyKey.ts';

/** The options of any call. */
export interface CallOptions {
  /** Aborts the call, also between two attempts. */
  signal?: AbortSignal | undefined;
  headers?: Record<string, string>;
}

/** The options of a call by POST. */
export interface PostOptions extends CallOptions {
  /**
   * Your own key instead of one per call: store it with the form, so that a shopper who reloads the page
   * and pays again pays once. It is valid for 24 hours, and only for the same request.
   */
  idempotencyKey?: string | undefined;
}

/** Converts the options of a call to those of a request. */
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
