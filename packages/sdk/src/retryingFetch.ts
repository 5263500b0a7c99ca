import { backoff, retryAfter, sleep } from './backoff.ts';
import { CartwrightConnectionError } from './connectionError.ts';
import { IDEMPOTENCY_KEY, newIdempotencyKey } from './idempotencyKey.ts';
import { isProblem } from './problem.ts';

/** How requests are repeated. */
export interface RetryOptions {
  /** How often a request is repeated at most. Default: 3. */
  retries?: number;
  /** How long one try may take, to the end of its answer. Default: 15,000. */
  timeoutMs?: number;
  /** The span that the first wait is drawn from; it doubles with each repeat. Default: 250. */
  backoffMs?: number;
  /** The longest `Retry-After` that is waited for; beyond it the refusal is the answer. Default: 30,000. */
  maxRetryAfterMs?: number;
}

/** Answers that say "not now": too many requests, and a shop that is unavailable or draining. */
const NOT_NOW = new Set([429, 502, 503, 504]);

/**
 * A `fetch` that repeats what may be repeated, and gives every POST the key that makes it so. The key
 * is made once for all tries of a request: a purchase whose answer was lost is not bought again.
 * @returns its answers are complete: the body has arrived. It throws CartwrightConnectionError when
 *   there was none, and the reason of the request's signal when that was aborted.
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

/** PATCH and DELETE are not: a repeat may undo what someone else has written in between. */
function isRepeatable({ method, headers }: Request): boolean {
  return method === 'GET' || method === 'HEAD' || headers.has(IDEMPOTENCY_KEY);
}

async function attempt(
  fetch: typeof globalThis.fetch,
  request: Request,
  timeoutMs: number,
): Promise<Response | CartwrightConnectionError> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    return await completed(await fetch(request.clone(), { signal }));
  } catch (cause) {
    request.signal.throwIfAborted();
    return new CartwrightConnectionError(`No answer to ${request.method} ${request.url}`, {
      cause,
    });
  }
}

/** Reads an answer to its end: one that is cut off half-way is none. */
async function completed(answer: Response): Promise<Response> {
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
  return isProblem(body) && body.code === 'idempotency_in_flight';
}
