import type { SetupFacts } from './facts.ts';
import { done, open, type SetupStep } from './step.ts';

/** What the environment says. */
export interface SetupConfig {
  shop: {
    name: string;
    currency: string;
    country: string;
    paymentProviders: readonly string[];
  };
  /** The default values of name and sender. */
  demo: { shopName: string; mailFrom: string };
  mail: { embedded: boolean; from: string; staff?: string | undefined };
  stripe: { embedded: boolean; secretKey: string };
  http: { publicUrl: string; corsOrigins: readonly string[] };
}

/** What the environment must name: the sender, the mail server, Stripe, the address. */
export function configurationSteps(facts: SetupFacts, config: SetupConfig): SetupStep[] {
  return [
    sender(config),
    mailServer(config),
    ...stripeSteps(facts, config),
    staffEmail(config),
    publicUrl(config),
    storefront(config),
  ];
}

function sender({ shop, mail, demo }: SetupConfig): SetupStep {
  const step = ['sender', 'A name and a sender of mails'] as const;
  const unset = [
    ...(shop.name === demo.shopName ? ['SHOP_NAME'] : []),
    ...(mail.from === demo.mailFrom ? ['MAIL_FROM'] : []),
  ];
  return unset.length === 0
    ? done(...step, `Mails come from ${mail.from}.`)
    : open(
        ...step,
        `Mails would come from ${mail.from}, signed "${shop.name}".`,
        `Set ${unset.join(' and ')}.`,
      );
}

function mailServer({ mail }: SetupConfig): SetupStep {
  const step = ['mail', 'A mail server'] as const;
  return mail.embedded
    ? open(
        ...step,
        'Mail is caught on the machine of the shop, so customers get none.',
        'Set SMTP_URL.',
      )
    : done(...step, 'Mail goes out by the server of SMTP_URL.');
}

function stripeSteps({ hasEvents }: SetupFacts, { shop, stripe }: SetupConfig): SetupStep[] {
  const step = ['stripe', 'An account at Stripe'] as const;
  if (!shop.paymentProviders.includes('stripe')) {
    return [done(...step, 'PAYMENT_PROVIDERS does not offer it.')];
  }
  if (stripe.embedded) {
    return [
      open(
        ...step,
        'The local sandbox plays Stripe: payments move no money.',
        'Set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET.',
      ),
    ];
  }
  const isTest = /^(sk|rk)_test_/.test(stripe.secretKey);
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
  const step = ['webhook', 'Notices from Stripe'] as const;
  return hasEvents
    ? done(...step, 'Webhooks have arrived.')
    : open(
        ...step,
        'None has come yet.',
        'Add the endpoint in Stripe’s dashboard (section 3 of the production guide), and pay for an order: without webhooks, only the hourly reconciliation finds payments.',
        'advice',
      );
}

function staffEmail({ mail }: SetupConfig): SetupStep {
  const step = ['staffEmail', 'An address for notices to staff'] as const;
  return mail.staff === undefined
    ? open(
        ...step,
        'Staff get no mail about failed refunds, disputes and what else needs attention.',
        'Set STAFF_EMAIL.',
        'advice',
      )
    : done(...step, `Notices go to ${mail.staff}.`);
}

function publicUrl({ http }: SetupConfig): SetupStep {
  const step = ['publicUrl', 'An address that customers reach'] as const;
  const isLocal = /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|$)/.test(
    http.publicUrl,
  );
  return isLocal
    ? open(
        ...step,
        `Links in answers and mails begin with ${http.publicUrl}.`,
        'Set PUBLIC_URL to the address of the proxy in front.',
      )
    : done(...step, `Links begin with ${http.publicUrl}.`);
}

function storefront({ http }: SetupConfig): SetupStep {
  const step = ['storefront', 'Pages that may call the API'] as const;
  return http.corsOrigins.length > 0
    ? done(...step, `Pages of ${http.corsOrigins.join(', ')} may.`)
    : open(
        ...step,
        'No page may call it from a browser; a server may.',
        'Set CORS_ORIGINS to the origins of the storefront’s pages.',
        'advice',
      );
}
