import CircuitBreaker from 'opossum';
import type { Stripe } from 'stripe';
import { mapStripeErrors, StripeUnavailable } from './errors.ts';

export const breakerStates = ['closed', 'half_open', 'open'] as const;
export type BreakerState = (typeof breakerStates)[number];

/** How a call ended: answered (declines and refusals are answers), failed, or not sent at all. */
export type CallOutcome = 'answered' | 'failed' | 'not_sent';

export interface BreakerOptions {
  /** How long the breaker stays open before one call probes whether Stripe has recovered. */
  readonly resetMs: number;
  readonly onChange?: (state: BreakerState) => void;
  readonly onCall?: (outcome: CallOutcome) => void;
}

/** The breaker judges by the calls of the last half minute … */
const WINDOW_MS = 30_000;
/** … when there were at least this many … */
const MIN_CALLS = 10;
/** … and opens when more than this share of them failed. */
const FAILING_PERCENT = 50;

/** Runs one call to Stripe by the SDK's client, in the kinds of errors of errors.ts. */
export type Ask = <T>(call: (stripe: Stripe) => Promise<T>) => Promise<T>;

/**
 * Stops calling Stripe while it fails, so that no request waits for a certain timeout: a call then
 * fails at once as {@link StripeUnavailable}. Only missing answers and 5xx count; a decline, a
 * refusal or a limit (4xx) is a working Stripe. Each process has a separate breaker.
 */
export function createBreaker(
  client: () => Promise<Stripe>,
  { resetMs, onChange, onCall }: BreakerOptions,
): Ask {
  const breaker = new CircuitBreaker((call: () => Promise<unknown>) => mapStripeErrors(call), {
    // The SDK's timeout ends a call, and ends it at the socket too.
    timeout: false,
    resetTimeout: resetMs,
    rollingCountTimeout: WINDOW_MS,
    volumeThreshold: MIN_CALLS,
    errorThresholdPercentage: FAILING_PERCENT,
    errorFilter: (error: unknown) => !isOutage(error),
    rollingPercentilesEnabled: false,
    enableSnapshots: false,
  });
  breaker.on('open', () => onChange?.('open'));
  breaker.on('halfOpen', () => onChange?.('half_open'));
  breaker.on('close', () => onChange?.('closed'));
  breaker.on('success', () => onCall?.('answered'));
  breaker.on('failure', () => onCall?.('failed'));
  breaker.on('reject', () => onCall?.('not_sent'));

  return async <T>(call: (stripe: Stripe) => Promise<T>): Promise<T> => {
    try {
      // What is fired is what comes back; the library's type has one result for all calls.
      return (await breaker.fire(async () => call(await client()))) as T;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EOPENBREAKER') {
        throw new StripeUnavailable(
          'Stripe is failing, and the circuit breaker is open',
          'not_sent',
          error,
        );
      }
      throw error;
    }
  };
}

function isOutage(error: unknown): boolean {
  return (
    error instanceof StripeUnavailable &&
    (error.outage === 'unanswered' || error.outage === 'broken')
  );
}
