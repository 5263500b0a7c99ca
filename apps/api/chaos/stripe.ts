import { startSandbox } from '@cartwright/stripe-sandbox';

/** How long the shop waits for Stripe. */
const TIMEOUT_MS = 1500;
/** Stripe's delay for asynchronous results. */
const SETTLE_MS = 4000;

const keys = {
  secretKey: 'sk_test_chaos',
  publishableKey: 'pk_test_chaos',
  webhookSecret: 'whsec_chaos',
};

/** A PaymentIntent, so far as the harness reads it. */
interface Intent {
  id: string;
  status: string;
  amount_received: number;
  currency: string;
  metadata: Record<string, string>;
}

interface StripeRefund {
  id: string;
  /** Seconds since 1970. */
  created: number;
  status: string;
  amount: number;
  payment_intent: string;
}

interface StripeDispute {
  id: string;
  status: string;
  amount: number;
  payment_intent: string;
}

interface Delivery {
  id: number;
  event: string;
  state: string;
}

export type Stripe = Awaited<ReturnType<typeof openStripe>>;

/** The sandbox, which outlives the shop, as Stripe would. */
export async function openStripe(dataDir: string) {
  const sandbox = await startSandbox({ ...keys, dataDir, settleMs: SETTLE_MS, retryMs: 500 });

  async function control<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-Sandbox-Control': '1' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** All objects of a list endpoint, page after page. */
  async function list<T extends { id: string }>(path: string): Promise<T[]> {
    const all: T[] = [];
    for (;;) {
      const after = all.at(-1);
      const query = `limit=100${after ? `&starting_after=${after.id}` : ''}`;
      const answer = await fetch(`${sandbox.url}/v1/${path}?${query}`, {
        headers: { Authorization: `Bearer ${keys.secretKey}` },
      });
      if (!answer.ok) throw new Error(`GET ${path}: ${await answer.text()}`);
      const page = (await answer.json()) as { data: T[]; has_more: boolean };
      all.push(...page.data);
      if (!page.has_more) return all;
    }
  }

  return {
    url: sandbox.url,
    publishableKey: keys.publishableKey,
    /** Later than the shop's timeout. */
    tooLateMs: 2 * TIMEOUT_MS,
    settleMs: SETTLE_MS,
    environment: {
      STRIPE_SECRET_KEY: keys.secretKey,
      STRIPE_PUBLISHABLE_KEY: keys.publishableKey,
      STRIPE_WEBHOOK_SECRET: keys.webhookSecret,
      STRIPE_API_BASE: sandbox.url,
      STRIPE_TIMEOUT_MS: String(TIMEOUT_MS),
    },
    control,
    fault: (fault: object) => control('POST', 'faults', { path: '/v1/*', ...fault }),
    webhookRules: (rules: object) => control('POST', 'webhooks', rules),
    deliverTo: (url: string) => control('POST', 'webhook-endpoint', { url }),
    /** Ends all faults, and delivers at once what was delayed or failed. */
    async heal(): Promise<void> {
      await control('DELETE', 'faults');
      await control('DELETE', 'webhooks');
      const late = await control<Delivery[]>('GET', 'deliveries?state=pending');
      for (const { event } of late) await control('POST', `events/${event}/redeliver`);
      await control('POST', 'deliveries/retry');
    },
    intents: () => list<Intent>('payment_intents'),
    refunds: () => list<StripeRefund>('refunds'),
    disputes: () => list<StripeDispute>('disputes'),
    close: () => sandbox.close(),
  };
}
