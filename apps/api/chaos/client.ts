import { setTimeout as delay } from 'node:timers/promises';

const ATTEMPT_MS = 15_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1500;

export interface Answer {
  status: number;
  text: string;
  /** The answer's JSON; the caller knows its type. */
  body: { data?: unknown; code?: string };
}

export interface Request {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

/** Why requests were sent again, and how often. */
export type Retries = Record<string, number>;

/** The client of everyone outside: it retries until the shop has answered. */
export interface Client {
  readonly retries: Retries;
  /**
   * Sends a request until the response is no server error. A POST is repeated with its first key.
   * @throws when the run is over before that.
   */
  send(request: Request): Promise<Answer>;
}

/** @param over aborts when retries are to end. */
export function createClient(base: string, over: AbortSignal): Client {
  const retries: Retries = {};
  const again = (why: string) => {
    retries[why] = (retries[why] ?? 0) + 1;
  };

  async function attempt({ method, path, body, headers }: Request): Promise<Answer> {
    const response = await fetch(base + path, {
      method,
      headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([over, AbortSignal.timeout(ATTEMPT_MS)]),
    });
    const text = await response.text();
    return { status: response.status, text, body: text === '' ? {} : JSON.parse(text) };
  }

  async function send(request: Request): Promise<Answer> {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        const answer = await attempt(request);
        const why = reasonToRetry(answer);
        if (why === undefined) return answer;
        again(why);
      } catch (error) {
        if (over.aborted) throw error;
        again(isTimeout(error) ? 'no answer in time' : 'connection lost');
      }
      await delay(pause * (0.5 + Math.random()), undefined, { signal: over });
    }
  }

  return { retries, send };
}

function reasonToRetry({ status, body }: Answer): string | undefined {
  if (body.code === 'idempotency_in_flight') return 'first request still running';
  if (status === 503 || status === 429) return `answer ${status}`;
  return status >= 500 ? 'answer 5xx' : undefined;
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
