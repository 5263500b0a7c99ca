import CircuitBreaker from 'opossum';
import {
  IdentityProviderUnavailable,
  type IdentityProvider,
} from '../../ports/identityProvider.ts';

const WINDOW_MS = 30_000;
/** Sign-ins are rare, so a few failed ones are enough. */
const MIN_CALLS = 4;
const FAILING_PERCENT = 50;
/** Until one call finds out whether the provider has recovered. */
const RESET_MS = 10_000;

/**
 * Stops asking a provider that fails, so that no one waits for its timeout. A refusal is an answer.
 * Each process has a separate breaker.
 */
export function guardProvider(provider: IdentityProvider): IdentityProvider {
  const breaker = new CircuitBreaker((call: () => Promise<unknown>) => call(), {
    // Each request has its timeout.
    timeout: false,
    resetTimeout: RESET_MS,
    rollingCountTimeout: WINDOW_MS,
    volumeThreshold: MIN_CALLS,
    errorThresholdPercentage: FAILING_PERCENT,
    errorFilter: (error: unknown) => !(error instanceof IdentityProviderUnavailable),
    rollingPercentilesEnabled: false,
    enableSnapshots: false,
  });

  async function guarded<T>(call: () => Promise<T>): Promise<T> {
    try {
      // What is fired is what comes back; the library's type has one result for all calls.
      return (await breaker.fire(call)) as T;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EOPENBREAKER') {
        const message = `${provider.name} is failing, and the circuit breaker is open`;
        throw new IdentityProviderUnavailable(message, { cause: error });
      }
      throw error;
    }
  }

  return {
    id: provider.id,
    name: provider.name,
    authorizationUrl: (attempt) => guarded(() => provider.authorizationUrl(attempt)),
    identify: (attempt, answer) => guarded(() => provider.identify(attempt, answer)),
  };
}
