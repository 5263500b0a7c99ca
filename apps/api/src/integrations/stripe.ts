import type { Stripe } from 'stripe';
import type { Config } from '../config/index.ts';
import { createBreaker, type BreakerOptions } from './stripe/breaker.ts';
import { customerCalls } from './stripe/customers.ts';
import { disputeCalls } from './stripe/disputes.ts';
import { feeCalls } from './stripe/fees.ts';
import { paymentCalls } from './stripe/payments.ts';
import { refundCalls } from './stripe/refunds.ts';
import { savedCardCalls } from './stripe/savedCards.ts';
import { loadStripe } from './stripe/sdk.ts';

/**
 * The version of Stripe's API that this code is written for. It is the one the SDK's types describe:
 * the compiler and a test refuse an SDK of another, so that an upgrade is a decision.
 */
export const STRIPE_API_VERSION = '2026-10-28.endive';

/**
 * How often the SDK retries a call that failed in transit, with jitter. No other layer retries one.
 */
const MAX_NETWORK_RETRIES = 2;

/** A webhook that was signed longer ago than this is refused as a replay. */
const SIGNATURE_TOLERANCE_SECONDS = 300;

export type StripeGateway = ReturnType<typeof createStripe>;

/**
 * The shop's view of Stripe, over its official SDK and behind a circuit breaker.
 * Each call throws {@link StripeUnavailable} when the same call may succeed later, and
 * {@link StripeRefusal} when it would be refused again.
 */
export function createStripe(
  config: Config['stripe'],
  watch: Pick<BreakerOptions, 'onChange' | 'onCall'> = {},
) {
  let client: Stripe | undefined;
  const clientOnce = async () => (client ??= openClient(config));
  const ask = createBreaker(clientOnce, { ...watch, resetMs: config.breakerResetMs });

  return {
    /** Whether it is about real money: the key's mode. */
    isLive: /^(sk|rk)_live_/.test(config.secretKey),
    ...paymentCalls(ask),
    ...refundCalls(ask),
    ...disputeCalls(ask),
    ...customerCalls(ask),
    ...feeCalls(ask),
    ...savedCardCalls(ask),

    /**
     * Whether the body was signed under any of our secrets (several while one replaces another) and
     * no longer than five minutes ago.
     */
    async isSigned(body: Buffer, header: string): Promise<boolean> {
      const Stripe = loadStripe();
      return config.webhookSecrets.some((secret) => {
        try {
          return Stripe.webhooks.signature?.verifyHeader(
            body,
            header,
            secret,
            SIGNATURE_TOLERANCE_SECONDS,
          );
        } catch {
          // Of an empty signature (`v1=`) the library throws another error than of a wrong one.
          return false;
        }
      });
    },
  };
}

function openClient(config: Config['stripe']): Stripe {
  const Stripe = loadStripe();
  return new Stripe(config.secretKey, {
    apiVersion: STRIPE_API_VERSION,
    maxNetworkRetries: MAX_NETWORK_RETRIES,
    timeout: config.timeoutMs,
    telemetry: false,
    appInfo: { name: 'Cartwright' },
    ...config.apiBase,
  });
}
