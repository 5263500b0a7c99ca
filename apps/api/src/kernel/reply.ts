import type { FinishedBody } from '../utils/finishedBody.ts';

/** What a controller answers: a plain value, so that it can be checked, cached and stored. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The `data` of the envelope. Left out for 204 and 304. */
  readonly data?: unknown;
  readonly meta?: unknown;
  /** A finished JSON body (envelope included), sent as it is instead of `data`. */
  readonly body?: Buffer | string;
  /** An answer from the cache, sent instead of all the rest. */
  readonly finished?: FinishedBody;
}

/** 200 with an answer that is finished already: body, entity tag, links. */
export function finished(answer: FinishedBody): Reply {
  return { status: 200, finished: answer };
}

/** 200 with data; headers such as ETag may go with it. */
export function ok(data: unknown, headers?: Readonly<Record<string, string>>): Reply {
  return headers ? { status: 200, data, headers } : { status: 200, data };
}

/** 201 with the new resource and where it is. */
export function created(
  data: unknown,
  location: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status: 201, data, headers: { Location: location, ...headers } };
}
