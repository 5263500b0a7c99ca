import type { Stripe } from 'stripe';
import { AmountError } from '../../kernel/money.ts';
import { ForeignObjectError } from '../../utils/foreignObject.ts';
import type { Ask } from './breaker.ts';
import type { CallOptions } from './callOptions.ts';

/** The id of a payment of a shop like this one, which its PaymentIntent is marked with; none on another system's. */
export function markOf(metadata: Readonly<Record<string, string>>): string | undefined {
  const id = metadata['paymentId'];
  return id?.startsWith('pay_') ? id : undefined;
}

/**
 * Reads a PaymentIntent from Stripe, or a refund or dispute of one. Another system's may be in an
 * unknown currency, or in unknown steps, which is no fault of the shop.
 * @param intent the PaymentIntent's id; null where there is none.
 * @throws {ForeignObjectError} when it cannot be read and its PaymentIntent is not marked as a shop's.
 */
export async function readOwn<T>(
  read: () => T,
  intent: () => Promise<Stripe.PaymentIntent | null>,
): Promise<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    const of = await intent();
    if (of && markOf(of.metadata) !== undefined) throw error;
    throw new ForeignObjectError(`It is another system's: ${error.message}`, { cause: error });
  }
}

/** The PaymentIntent of a refund or dispute, asked for. */
export function intentOf(
  ask: Ask,
  { payment_intent: intent }: Pick<Stripe.Refund, 'payment_intent'>,
  options: CallOptions | undefined,
): () => Promise<Stripe.PaymentIntent | null> {
  const id = typeof intent === 'string' ? intent : intent?.id;
  return async () =>
    id === undefined ? null : ask((stripe) => stripe.paymentIntents.retrieve(id, {}, options));
}
