import createClient, { type Client } from 'openapi-fetch';
import { CartwrightConnectionError } from './connectionError.ts';
import type { paths } from './generated/schema.ts';
import { CartwrightProblem, isProblemBody } from './problem.ts';
import { createRetryingFetch, type RetryOptions } from './retryingFetch.ts';
import { Session, type SessionOptions } from './session/session.ts';
import { createSessionFetch } from './session/sessionFetch.ts';

/** Every route of the shop, typed by its OpenAPI document: openapi-fetch with retries. */
export type Api = Client<paths, 'application/json'>;

export interface ApiOptions extends RetryOptions {
  /** The shop's address, without `/api/v1`: `https://shop.example`. */
  baseUrl: string;
  /** Sent with every request, such as `Authorization`. */
  headers?: Record<string, string>;
  /** Sends one attempt of a request. Default: the platform's. */
  fetch?: typeof globalThis.fetch;
  /** How a shopper's session is kept. */
  session?: SessionOptions;
}

/** The routes, and the session that is sent to them. */
export function createApi(options: ApiOptions): { api: Api; session: Session } {
  const { baseUrl, headers = {}, fetch = globalThis.fetch, session: kept = {}, ...retry } = options;
  const client = (send: (request: Request) => Promise<Response>) =>
    createClient<paths, 'application/json'>({
      baseUrl,
      headers,
      fetch: send,
      // The shop answers no call by a redirect, and tokens and passwords follow none.
      redirect: 'manual',
      ...(kept.mode === 'cookie' && { credentials: 'include' }),
    });
  const strangers = client(createRetryingFetch(fetch, { ...retry, ...REFRESH_RETRIES }));
  const session = new Session(kept, async (refreshToken) => {
    const body = refreshToken === undefined ? {} : { refreshToken };
    return (await unwrap(strangers.POST('/api/v1/auth/refresh', { body }))).data;
  });
  const send = createRetryingFetch(fetch, retry);
  return { api: client(createSessionFetch(send, session, baseUrl)), session };
}

/**
 * A refresh whose answer was lost may be repeated for ten seconds; later, the shop takes the repeat for a
 * thief's and ends the session. Three tries fit into that.
 */
const REFRESH_RETRIES = { retries: 2, timeoutMs: 2_500, maxRetryAfterMs: 1_000 };

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
  if (isProblemBody(error)) throw new CartwrightProblem(error, response);
  throw new CartwrightConnectionError(`An answer that is not the shop's: ${response.status}`);
}
