import type { Config } from '../config/index.ts';
import { createStripe, type StripeGateway } from '../integrations/stripe.ts';
import type { Platform } from './platform.ts';

/** Stripe behind its breaker, whose state is in the metrics, and in the log as it changes. */
export function createWatchedStripe(
  config: Config['stripe'],
  { metrics, logger }: Platform,
): StripeGateway {
  metrics.showBreaker('closed');
  return createStripe(config, {
    onChange(state) {
      metrics.showBreaker(state);
      logger.warn(`The circuit breaker around Stripe is ${state}`, { state });
    },
    onCall: (outcome) => metrics.stripeCalls.inc({ outcome }),
  });
}

/** What a browser needs to confirm a payment; where to do so only when it is not Stripe itself. */
export function browserAccess({ embedded, publishableKey, apiBase }: Config['stripe']) {
  return {
    publishableKey,
    apiBase:
      embedded && apiBase ? `${apiBase.protocol}://${apiBase.host}:${apiBase.port}` : undefined,
  };
}
