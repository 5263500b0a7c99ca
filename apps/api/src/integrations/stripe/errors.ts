import { Unavailable } from '../../utils/unavailable.ts';
import { loadStripe } from './sdk.ts';

/**
 * Why a call may succeed later:
 * - `unanswered`: sent, and no answer arrived. It may have taken effect; only a retry with the same
 *   idempotency key shows it.
 * - `broken`: answered with a 5xx, which Stripe stores under the idempotency key for a day.
 * - `turned_away`: answered "not now" (409, 429) or "not you" (401, 403), without effect.
 * - `not_sent`: the breaker is open.
 */
type Outage = 'unanswered' | 'broken' | 'turned_away' | 'not_sent';

/** Stripe cannot be reached, or cannot answer now: the same call may succeed later. */
export class StripeUnavailable extends Unavailable {
  override readonly name = 'StripeUnavailable';
  readonly outage: Outage;

  constructor(message: string, outage: Outage, cause?: unknown) {
    super(message, { cause });
    this.outage = outage;
  }
}

/** Stripe has refused the call, and would refuse it again. `code` is Stripe's. */
export class StripeRefusal extends Error {
  override readonly name: string = 'StripeRefusal';
  readonly code: string;

  constructor(message: string, code: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/**
 * Stripe does not know what was asked for, or what the call refers to: it is another account's,
 * of test mode and not live, or was wiped with a sandbox. That is no word on whether it was paid.
 */
export class StripeMissing extends StripeRefusal {
  override readonly name = 'StripeMissing';
}

/** Whether a call came too late (or too early) for the state its PaymentIntent is in. */
export function isUnexpectedState(error: unknown): boolean {
  return error instanceof StripeRefusal && error.code === 'payment_intent_unexpected_state';
}

/** Runs a call to Stripe and maps the SDK's errors to those that the shop distinguishes. */
export async function mapStripeErrors<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const Stripe = loadStripe();
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const { message, code, type, statusCode } = error;
    const outage = outageOf(statusCode);
    if (outage) throw new StripeUnavailable(message, outage, error);
    const Refusal = code === 'resource_missing' ? StripeMissing : StripeRefusal;
    throw new Refusal(message, code ?? type, error);
  }
}

/**
 * No answer, 5xx, 429 and 409 (another call with this key is running) pass by themselves; a wrong
 * key (401, 403) passes when the operator has put it right, and is no fault of the payment.
 */
function outageOf(status: number | undefined): Outage | undefined {
  if (status === undefined) return 'unanswered';
  if (status >= 500) return 'broken';
  return [401, 403, 409, 429].includes(status) ? 'turned_away' : undefined;
}
