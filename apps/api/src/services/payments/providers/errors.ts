import { AppError } from '../../../kernel/errors.ts';
import {
  ProviderMissing,
  ProviderRefusal,
  ProviderUnavailable,
} from '../../../ports/paymentProviderErrors.ts';

/** The answer while the provider is unavailable. */
export function retryLaterError(cause?: ProviderUnavailable): AppError {
  return new AppError(
    'service_unavailable',
    'The payment provider cannot be reached. Try again soon.',
    { retryAfterSeconds: 5, cause },
  );
}

/**
 * Runs what asks a provider; its errors become what a client is told.
 * @throws {AppError} service_unavailable; payment_failed when it refuses; state_conflict when it
 *   does not know the payment.
 */
export async function toAppErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProviderUnavailable) throw retryLaterError(error);
    if (error instanceof ProviderMissing) {
      throw new AppError(
        'state_conflict',
        'The payment provider does not know the payment of this order. The staff of the shop must resolve this.',
        { cause: error },
      );
    }
    if (error instanceof ProviderRefusal) {
      throw new AppError('payment_failed', error.message, { cause: error });
    }
    throw error;
  }
}
