import type { DevelopmentKeys } from '../developmentKeys.ts';
import type { Environment } from '../schema.ts';

/** Stripe, or the sandbox that plays it. */
export function stripeOf(env: Environment, keys: DevelopmentKeys) {
  return {
    /** True when the local sandbox plays Stripe; `apiBase` is then undefined until it runs. */
    embedded: env.STRIPE_SECRET_KEY === undefined || env.CARTWRIGHT_EMBEDDED.includes('stripe'),
    secretKey: env.STRIPE_SECRET_KEY ?? keys.STRIPE_SECRET_KEY,
    publishableKey: env.STRIPE_PUBLISHABLE_KEY ?? keys.STRIPE_PUBLISHABLE_KEY,
    /** The secrets a webhook's signature may be made with. */
    webhookSecrets: env.STRIPE_WEBHOOK_SECRET ?? [keys.STRIPE_WEBHOOK_SECRET],
    apiBase: env.STRIPE_API_BASE === undefined ? undefined : endpointOf(env.STRIPE_API_BASE),
    captureMethod: env.STRIPE_CAPTURE_METHOD,
    timeoutMs: env.STRIPE_TIMEOUT_MS,
    breakerResetMs: env.STRIPE_BREAKER_RESET_MS,
  };
}

/** A base URL in the parts that Stripe's SDK takes. */
function endpointOf(base: string) {
  const { protocol, hostname, port } = new URL(base);
  const isHttp = protocol === 'http:';
  return {
    protocol: isHttp ? ('http' as const) : ('https' as const),
    host: hostname,
    port: port === '' ? (isHttp ? 80 : 443) : Number(port),
  };
}
