import { Stripe } from 'stripe';

/** Stripe cannot be reached, or cannot answer now: the same call may succeed later. */
export class StripeUnavailable extends Error {
  override readonly name = 'StripeUnavailable';
}

/** Stripe has refused the call, and would refuse it again. `code` is Stripe's. */
export class StripeRefusal extends Error {
  override readonly name = 'StripeRefusal';
  readonly code: string;

  constructor(message: string, code: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Whether a call came too late (or too early) for the state its PaymentIntent is in. */
export function isUnexpectedState(error: unknown): boolean {
  return error instanceof StripeRefusal && error.code === 'payment_intent_unexpected_state';
}

/** Runs a call to Stripe; the SDK's errors become the two kinds that the shop tells apart. */
export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (mayPass(error)) throw new StripeUnavailable(error.message, { cause: error });
    throw new StripeRefusal(error.message, error.code ?? error.type, error);
  }
}

/**
 * No answer, 5xx, 429 and 409 (another call with this key is running) pass by themselves; a wrong
 * key (401, 403) passes when the operator has put it right, and is no fault of the payment.
 */
function mayPass({ statusCode }: InstanceType<typeof Stripe.errors.StripeError>): boolean {
  return statusCode === undefined || statusCode >= 500 || [401, 403, 409, 429].includes(statusCode);
}
