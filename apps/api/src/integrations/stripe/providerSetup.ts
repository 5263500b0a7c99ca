import type { Config } from '../../config/index.ts';
import type { ProviderUse } from '../../ports/paymentProvider.ts';
import { done, open, type SetupStep } from '../../ports/setupStep.ts';

export type StripeKeys = Pick<Config['stripe'], 'embedded' | 'secretKey'>;

/** What a shop needs at Stripe: live keys, and an endpoint for webhooks. */
export function providerSetup(keys: StripeKeys, { isOffered, hasEvents }: ProviderUse) {
  const step = ['stripe', 'An account at Stripe'] as const;
  if (!isOffered) return [done(...step, 'PAYMENT_PROVIDERS does not offer it.')];
  if (keys.embedded) {
    return [
      open(
        ...step,
        'The local sandbox plays Stripe: payments move no money.',
        'Set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET.',
      ),
    ];
  }
  const isTest = /^(sk|rk)_test_/.test(keys.secretKey);
  const account = isTest
    ? open(
        ...step,
        'The keys are of its test mode: payments move no money.',
        'Set the live keys, and the secret of an endpoint in live mode, when you open.',
        'advice',
      )
    : done(...step, 'The keys are of its live mode.');
  return [account, webhook(hasEvents)];
}

function webhook(hasEvents: boolean): SetupStep {
  const step = ['webhook', 'Webhooks from Stripe'] as const;
  return hasEvents
    ? done(...step, 'Webhooks have arrived.')
    : open(
        ...step,
        'None has come yet.',
        'Add the endpoint in Stripe’s dashboard (section 3 of the production guide), and pay for an order: without webhooks, only the hourly reconciliation finds payments.',
        'advice',
      );
}
