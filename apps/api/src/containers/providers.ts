import type { Config } from '../config/index.ts';
import { createStripe } from '../integrations/stripe.ts';
import { watchStripe } from '../integrations/stripe/metrics.ts';
import { createStripeProvider } from '../integrations/stripe/paymentProvider.ts';
import type { RemoteProvider } from '../ports/paymentProvider.ts';
import { shopMarkOf } from '../utils/shopMark.ts';
import type { Platform } from './platform.ts';

export type Providers = ReturnType<typeof createProviders>;

/** What is outside of the shop and takes payments. @param more providers beside those of the configuration. */
export function createProviders(
  config: Config,
  platform: Platform,
  more: readonly RemoteProvider[],
) {
  return {
    /** In the order in which refunds use them. */
    remotes: [stripeProvider(config, platform), ...more],
    /** The names of all that a checkout offers. */
    offered: [...config.shop.paymentProviders, ...more.map(({ name }) => name)],
  };
}

/** Stripe behind its breaker, whose state is in the metrics, and in the log as it changes. */
function stripeProvider({ auth, stripe: config }: Config, { metrics, logger }: Platform) {
  const watch = watchStripe(metrics);
  const stripe = createStripe(config, {
    onChange(state) {
      watch.onChange(state);
      logger.warn(`The circuit breaker around Stripe is ${state}`, { state });
    },
    onCall: watch.onCall,
  });
  return createStripeProvider(stripe, {
    shopMark: shopMarkOf(auth.jwtSecret),
    captureMethod: config.captureMethod,
    browser: browserAccess(config),
    keys: config,
  });
}

/** What a browser needs to confirm a payment; where to do so only when it is not Stripe itself. */
function browserAccess({ embedded, publishableKey, apiBase }: Config['stripe']) {
  if (!embedded || !apiBase) return { publishableKey };
  return { publishableKey, apiBase: `${apiBase.protocol}://${apiBase.host}:${apiBase.port}` };
}
