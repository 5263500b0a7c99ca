import { AmountError } from '../../kernel/money.ts';
import {
  ProviderBlocked,
  ProviderMissing,
  ProviderRefusal,
  ProviderSpent,
  ProviderUnavailable,
} from '../../ports/paymentProviderErrors.ts';
import type { RetryPolicy } from '../../ports/retryPolicy.ts';
import type { CallOptions } from './callOptions.ts';
import { StripeMissing, StripeRefusal, StripeUnavailable } from './errors.ts';

/** For calls that a job repeats. */
export const byJob: CallOptions = { maxNetworkRetries: 0 };

export const optionsFor = (retryPolicy: RetryPolicy = 'job'): CallOptions =>
  retryPolicy === 'job' ? byJob : {};

/** Why Stripe makes no refund now, and may make another. */
const blocking: ReadonlySet<string> = new Set([
  'charge_disputed',
  'refund_disputed_payment',
  'amount_too_large',
]);

/** Runs a call; Stripe's errors become the port's. */
export async function toProviderErrors<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof StripeUnavailable) {
      const isAnswered = error.outage === 'broken';
      throw new ProviderUnavailable(error.message, { cause: error, isAnswered });
    }
    if (error instanceof StripeRefusal && error.code === 'charge_already_refunded') {
      throw new ProviderSpent(error.message, { cause: error });
    }
    if (error instanceof StripeRefusal && blocking.has(error.code)) {
      throw new ProviderBlocked(error.message, { cause: error });
    }
    if (error instanceof StripeMissing) throw new ProviderMissing(error.message, { cause: error });
    if (error instanceof StripeRefusal || error instanceof AmountError) {
      throw new ProviderRefusal(error.message, { cause: error });
    }
    throw error;
  }
}

/** The members of a list; Stripe's errors become the port's. */
export async function* eachInProviderErrors<T>(list: AsyncIterator<T>): AsyncGenerator<T> {
  for (;;) {
    const result = await toProviderErrors(() => list.next());
    if (result.done === true) return;
    yield result.value;
  }
}
