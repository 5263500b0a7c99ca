import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from './errors.ts';
import { boolean, integer, oneOf, plainText, required } from './params.ts';
import type { Values } from './params.ts';

/** A week: what is to come later than that comes never, and timers and dates have an end. */
export const LONGEST_DELAY_MS = 7 * 24 * 60 * 60 * 1000;

export const faultFields = {
  /** HTTP method; any when left out. */
  method: oneOf('GET', 'POST', 'DELETE'),
  /** Path with `*` for any text, e.g. `/v1/payment_intents/*\/confirm`. */
  path: required(plainText),
  /** For how many matching requests; 1 by default. */
  times: integer(1),
  /** Before the effect (the default), or after it: done, but the answer is late or lost. */
  when: oneOf('before', 'after'),
  delayMs: integer(0, LONGEST_DELAY_MS),
  /** Answer with this status and an `api_error`. */
  status: integer(400, 599),
  /** Keep the error of `status` under the idempotency key, as Stripe keeps a 500 of its own. */
  keep: boolean,
  /** Cut the connection instead of answering. */
  reset: boolean,
};

export type Fault = Values<typeof faultFields>;

/** The connection is to be cut without an answer. */
export class ConnectionReset extends Error {}

/** Things that are to go wrong with coming requests. In memory: a restart is healthy. */
export class Faults {
  #pending: { fault: Fault; left: number }[] = [];
  readonly #closing: AbortSignal;

  constructor(closing: AbortSignal) {
    this.#closing = closing;
  }

  add(fault: Fault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  list(): (Fault & { left: number })[] {
    return this.#pending.map(({ fault, left }) => ({ ...fault, left }));
  }

  clear(): void {
    this.#pending = [];
  }

  /** The first fault that matches this request; it is used up once. */
  take(method: string, path: string): Fault | undefined {
    const found = this.#pending.find(
      ({ fault }) =>
        (fault.method === undefined || fault.method === method) && matches(fault.path, path),
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    this.#pending = this.#pending.filter(({ left }) => left > 0);
    return found.fault;
  }

  /**
   * Lets a fault do its work at its time.
   * @throws ApiError or ConnectionReset where the fault ends the request
   */
  async apply(fault: Fault | undefined, when: 'before' | 'after'): Promise<void> {
    if (fault === undefined || (fault.when ?? 'before') !== when) return;
    if (fault.delayMs !== undefined) {
      await sleep(fault.delayMs, undefined, { signal: this.#closing });
    }
    if (fault.reset === true) throw new ConnectionReset();
    if (fault.status === undefined) return;
    const details = fault.status === 429 ? { code: 'rate_limit' } : {};
    throw new ApiError(fault.status, 'api_error', 'Injected fault', details);
  }
}

function matches(pattern: string, path: string): boolean {
  // Several stars in a row are one, or the search would take for ever.
  const parts = pattern.split(/\*+/).map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
