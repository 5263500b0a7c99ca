import { backoff, retryAfter, sleep } from './backoff.ts';
import { CartwrightConnectionError } from './connectionError.ts';
import { IDEMPOTENCY_KEY, newIdempotencyKey } from './idempotencyKey.ts';
import { isProblemBody } from './problem.ts';
import { EVENT_STREAM } from './readEvents.ts';

/** The options of retries. */
export interface RetryOptions {
  /** The maximum number of retries. Default: 3. */
  retries?: number;
  /** The time limit of one attempt, to the end of its answer. Default: 15,000. */
  timeoutMs?: number;
  /** The range of the first delay; it doubles with each retry. Default: 250. */
  backoffMs?: number;
  /** The longest accepted `Retry-After`; beyond it the call ends with the refusal. Default: 30,000. */
  maxRetryAfterMs?: number;
}

/** Statuses that are retried: too many requests, and a shop that is unavailable or draining. */
const NOT_NOW = new Set([429, 502, 503, 504]);

/**
 * A `fetch` that retries what may be retried, and gives every POST an idempotency key. All attempts of a
 * request have the same key, so that a purchase whose answer was lost is not repeated.
 * @returns a function whose answers are complete: the body has arrived, but for that of a stream of events. It throws
 *   CartwrightConnectionError without an answer, and the reason of the request's signal on an abort.
 */
export function createRetryingFetch(
  fetch: typeof globalThis.fetch,
  { retries = 3, timeoutMs = 15_000, backoffMs = 250, maxRetryAfterMs = 30_000 }: RetryOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'POST' && !request.headers.has(IDEMPOTENCY_KEY)) {
      request.headers.set(IDEMPOTENCY_KEY, newIdempotencyKey());
    }
    const most = isRepeatable(request) ? retries : 0;
    for (let repeat = 0; ; repeat++) {
      const outcome = await attempt(fetch, request, timeoutMs);
      const failed = outcome instanceof CartwrightConnectionError;
      const again = repeat < most && (failed || (await isNotNow(outcome)));
      const waitMs = again && !failed ? retryAfter(outcome.headers) : 0;
      if (!again || waitMs > maxRetryAfterMs) {
        if (failed) throw outcome;
        return outcome;
      }
      await sleep(waitMs + backoff(repeat, backoffMs), request.signal);
    }
  };
}

/** PATCH and DELETE are not retried: a retry may undo another client's write in between. */
function isRepeatable({ method, headers }: Request): boolean {
  return method === 'GET' || method === 'HEAD' || headers.has(IDEMPOTENCY_KEY);
}

async function attempt(
  fetch: typeof globalThis.fetch,
  request: Request,
  timeoutMs: number,
): Promise<Response | CartwrightConnectionError> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error('The time is over')), timeoutMs);
  const signal = AbortSignal.any([request.signal, late.signal]);
  try {
    return await completed(await fetch(request.clone(), { signal }));
  } catch (cause) {
    request.signal.throwIfAborted();
    return new CartwrightConnectionError(`No answer to ${request.method} ${request.url}`, {
      cause,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Reads an answer to its end, because an incomplete one is no answer; a stream of events has none. */
async function completed(answer: Response): Promise<Response> {
  if (answer.ok && answer.headers.get('Content-Type')?.startsWith(EVENT_STREAM)) return answer;
  const bytes = await answer.arrayBuffer();
  // 204 and 304 must not have a body, not even an empty one.
  const body = bytes.byteLength > 0 ? bytes : null;
  const { status, statusText, headers } = answer;
  return new Response(body, { status, statusText, headers });
}

async function isNotNow(answer: Response): Promise<boolean> {
  if (NOT_NOW.has(answer.status)) return true;
  if (answer.status !== 409) return false;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return isProblemBody(body) && body.code === 'idempotency_in_flight';
}
