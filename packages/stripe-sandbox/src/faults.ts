import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from './errors.ts';
import { boolean, integer, oneOf, plainText, required } from './params.ts';
import type { Values } from './params.ts';

/** A week: the maximum delay, because timers and dates have limits. */
export const LONGEST_DELAY_MS = 7 * 24 * 60 * 60 * 1000;

export const faultFields = {
  /** HTTP method; any by default. */
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
  /** Store the error of `status` under the idempotency key, as Stripe stores a 500. */
  keep: boolean,
  /** Cut the connection instead of answering. */
  reset: boolean,
};

export type Fault = Values<typeof faultFields>;

/** Thrown to cut the connection without an answer. */
export class ConnectionReset extends Error {}

/** Faults of future requests. They are in memory, so that a restart clears them. */
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

  /** The first fault that matches this request; its count decreases by one. */
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
   * Applies a fault before or after the effect.
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
  // Several stars in a row count as one, which prevents catastrophic backtracking.
  const parts = pattern.split(/\*+/).map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
