import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ProviderRefusal, ProviderUnavailable } from '../../ports/paymentProviderErrors.ts';
import type { ProviderSavedMethods } from '../../ports/providerSavedMethods.ts';
import type { RetryPolicy } from '../../ports/retryPolicy.ts';
import type { PaymentMethodsDeps } from './deps.ts';

/** @throws {ProviderUnavailable} for a provider that the shop has no longer, or that saves no cards now. */
export function savedMethodsOf(
  { payments }: Pick<PaymentMethodsDeps, 'payments'>,
  provider: string,
): ProviderSavedMethods {
  const methods = payments.remoteOf(provider)?.savedMethods;
  if (methods) return methods;
  const message = `The payment provider "${provider}" saves no cards now`;
  throw new ProviderUnavailable(message, { cause: undefined, isAnswered: false });
}

/** Who retries: the queue retries its jobs, the adapter what a customer waits for. */
export function retryPolicyOf({ actor }: Pick<Context, 'actor'>): RetryPolicy {
  return actor.kind === 'customer' ? 'client' : 'job';
}

/**
 * Runs what asks a provider for a customer who waits.
 * @throws {AppError} service_unavailable; payment_failed when it refuses.
 */
export async function toAppErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProviderUnavailable) {
      const message = 'The payment provider cannot be reached. Try again soon.';
      throw new AppError('service_unavailable', message, { retryAfterSeconds: 5, cause: error });
    }
    if (error instanceof ProviderRefusal) {
      throw new AppError('payment_failed', error.message, { cause: error });
    }
    throw error;
  }
}
