import { Stripe } from 'stripe';
import { startSandbox } from '../../src/server.ts';
import type { Sandbox, SandboxOptions } from '../../src/server.ts';

/** A sandbox with the official SDK pointed at it. */
export interface TestBed {
  sandbox: Sandbox;
  stripe: Stripe;
  /** Calls a control under `/_sandbox` and returns its JSON. */
  control: (method: string, path: string, body?: object) => Promise<unknown>;
  /** Confirms as a browser does: client secret and publishable key. */
  confirmInBrowser: (
    intent: Stripe.PaymentIntent,
    paymentMethod: string,
    more?: Record<string, string>,
  ) => Promise<Response>;
}

const open: Sandbox[] = [];

/** The SDK with only the sandbox's address. Retries are off, so that each test sees every answer. */
export const sdk = (port: number, key = 'sk_test_sandbox'): Stripe =>
  new Stripe(key, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  });

export async function openSandbox(options: SandboxOptions = {}): Promise<TestBed> {
  const sandbox = await startSandbox({ settleMs: 20, retryMs: 10, ...options });
  open.push(sandbox);
  return {
    sandbox,
    stripe: sdk(sandbox.port),
    async control(method, path, body) {
      const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', 'X-Sandbox-Control': '1' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return response.json();
    },
    confirmInBrowser: (intent, paymentMethod, more = {}) =>
      fetch(`${sandbox.url}/v1/payment_intents/${intent.id}/confirm`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${sandbox.publishableKey}` },
        body: new URLSearchParams({
          client_secret: intent.client_secret ?? '',
          payment_method: paymentMethod,
          ...more,
        }),
      }),
  };
}

/** Closes what the test opened; for `afterEach`. */
export async function closeSandboxes(): Promise<void> {
  for (const sandbox of open.splice(0)) await sandbox.close();
}

/** Parameters of an intent that is confirmed at once by the server, with a payment method. */
export const paying = (
  paymentMethod: string,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Stripe.PaymentIntentCreateParams => ({
  amount: 2500,
  currency: 'usd',
  confirm: true,
  payment_method: paymentMethod,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  ...more,
});

/** Waits until `probe` holds, at most two seconds. */
export async function until(probe: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 2000;
  while (!(await probe())) {
    if (Date.now() > deadline) throw new Error('Waited two seconds without success');
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

/** The error a promise is rejected with, as the SDK's. */
export async function stripeError(promise: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('Expected an error from the API');
}

/** The types of all events, oldest first. */
export async function eventTypes(stripe: Stripe): Promise<string[]> {
  const events = await stripe.events.list({ limit: 100 });
  return events.data.map((event) => event.type).toReversed();
}

/** The id of an intent's charge, expanded or not. */
export function chargeOf({ latest_charge: charge }: Stripe.PaymentIntent): string {
  return typeof charge === 'string' ? charge : String(charge?.id);
}
