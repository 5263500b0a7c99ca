import createClient, { type Client } from 'openapi-fetch';
import { CartwrightConnectionError } from './connectionError.ts';
import type { paths } from './generated/schema.ts';
import { CartwrightProblem, isProblem } from './problem.ts';
import { createRetryingFetch, type RetryOptions } from './retryingFetch.ts';

/** Every route of the shop, typed by its OpenAPI document: openapi-fetch with retries. */
export type Api = Client<paths, 'application/json'>;

export interface ApiOptions extends RetryOptions {
  /** The shop's address, without `/api/v1`: `https://shop.example`. */
  baseUrl: string;
  /** Sent with every request, such as `Authorization`. */
  headers?: Record<string, string>;
  /** Sends one attempt of a request. Default: the platform's. */
  fetch?: typeof globalThis.fetch;
}

export function createApi({ baseUrl, headers = {}, fetch, ...retry }: ApiOptions): Api {
  return createClient<paths, 'application/json'>({
    baseUrl,
    headers,
    fetch: createRetryingFetch(fetch ?? globalThis.fetch, retry),
  });
}

/** What openapi-fetch resolves to. */
interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The body of an answer, for calls of `api`.
 * @throws {CartwrightProblem} when the shop refuses
 * @throws {CartwrightConnectionError} when something else answers
 */
export async function unwrap<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { body } = await answerOf(call);
  return body;
}

/** As `unwrap`, with the response besides its body. */
export async function answerOf<T>(
  call: Promise<Outcome<T>>,
): Promise<{ body: T; response: Response }> {
  const { data, error, response } = await call;
  if (data !== undefined) return { body: data, response };
  if (isProblem(error)) throw new CartwrightProblem(error, response);
  throw new CartwrightConnectionError(`An answer that is not the shop's: ${response.status}`);
}
