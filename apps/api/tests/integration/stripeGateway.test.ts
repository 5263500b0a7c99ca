import { setTimeout as delay } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '@cartwright/stripe-sandbox';
import { Stripe } from 'stripe';
import { loadConfig } from '../../src/config/index.ts';
import { createStripe, STRIPE_API_VERSION } from '../../src/integrations/stripe.ts';
import type { BreakerState, CallOutcome } from '../../src/integrations/stripe/breaker.ts';

const RESET_MS = 300;
const once = { maxNetworkRetries: 0 };

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ secretKey: 'sk_test_gateway' });
});

afterEach(() => control('DELETE', 'faults'));

afterAll(() => sandbox.close());

async function control(method: 'POST' | 'GET' | 'DELETE', path: string, body?: object) {
  const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-Sandbox-Control': '1' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as { counts: Record<string, number> };
}

function openGateway(env: Record<string, string> = {}) {
  const states: BreakerState[] = [];
  const calls: CallOutcome[] = [];
  const { stripe: config } = loadConfig({
    STRIPE_SECRET_KEY: 'sk_test_gateway',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_gateway',
    STRIPE_WEBHOOK_SECRET: 'whsec_gateway',
    STRIPE_API_BASE: sandbox.url,
    STRIPE_TIMEOUT_MS: '5000',
    STRIPE_BREAKER_RESET_MS: String(RESET_MS),
    ...env,
  });
  const gateway = createStripe(config, {
    onChange: (state) => void states.push(state),
    onCall: (outcome) => void calls.push(outcome),
  });
  return { gateway, states, calls };
}

type Gateway = ReturnType<typeof openGateway>['gateway'];

const pay = (gateway: Gateway, idempotencyKey: string, amount = 2000) =>
  gateway.createPayment(
    {
      amount: { amount, currency: 'USD' },
      description: 'Order 1',
      metadata: { orderId: 'ord_1', paymentId: 'pay_1' },
      captureMethod: 'automatic',
      idempotencyKey,
    },
    once,
  );

/** Makes concurrent calls. @returns their errors. */
async function failures(times: number, call: () => Promise<unknown>): Promise<unknown[]> {
  const results = await Promise.allSettled(Array.from({ length: times }, call));
  return results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
}

test("speaks the API version of the SDK's types", () => {
  expect(STRIPE_API_VERSION).toBe(Stripe.API_VERSION);
});

describe('The circuit breaker', () => {
  test.each([
    ['5xx', { status: 503 }, 'broken'],
    ['cut connections', { reset: true }, 'unanswered'],
  ])('opens after %s, then fails at once without a call', async (_what, fault, outage) => {
    const { gateway, states, calls } = openGateway({ STRIPE_BREAKER_RESET_MS: '60000' });
    await control('POST', 'faults', { path: '*', times: 99, ...fault });
    const errors = await failures(10, () => gateway.retrievePayment('pi_1', once));
    expect(errors).toHaveLength(10);
    for (const error of errors) expect(error).toMatchObject({ name: 'StripeUnavailable', outage });
    expect(states).toEqual(['open']);
    const before = await control('GET', 'requests');
    await expect(gateway.retrievePayment('pi_1', once)).rejects.toMatchObject({
      name: 'StripeUnavailable',
      outage: 'not_sent',
    });
    expect((await control('GET', 'requests')).counts).toEqual(before.counts);
    expect(calls.at(-1)).toBe('not_sent');
  });

  test('opens after timeouts', async () => {
    const { gateway, states } = openGateway({ STRIPE_TIMEOUT_MS: '100' });
    await control('POST', 'faults', { path: '*', times: 99, delayMs: 400 });
    await failures(10, () => gateway.retrievePayment('pi_1', once));
    expect(states).toEqual(['open']);
  });

  test('closes when its probe succeeds, and waits again when it fails', async () => {
    const { gateway, states } = openGateway();
    await control('POST', 'faults', { path: '*', times: 11, status: 500 });
    await failures(10, () => gateway.retrievePayment('pi_1', once));
    await delay(RESET_MS * 1.5);
    await expect(pay(gateway, 'probe')).rejects.toMatchObject({ outage: 'broken' });
    await expect(pay(gateway, 'probe')).rejects.toMatchObject({ outage: 'not_sent' });
    await delay(RESET_MS * 1.5);
    // One probe at a time: the others do not wait for its end.
    const [probe, ...others] = await Promise.allSettled([1, 2, 3].map(() => pay(gateway, 'probe')));
    expect(probe?.status).toBe('fulfilled');
    expect(others.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await pay(gateway, 'probe')).toMatchObject({ status: 'requires_payment_method' });
    expect(states).toEqual(['open', 'half_open', 'open', 'half_open', 'closed']);
  });

  test.each([400, 401, 402, 403, 404, 409, 429])('never opens after %i', async (status) => {
    const { gateway, states, calls } = openGateway();
    await control('POST', 'faults', { path: '*', times: 30, status });
    const errors = await failures(30, () => gateway.retrievePayment('pi_1', once));
    expect(errors).toHaveLength(30);
    expect(states).toEqual([]);
    expect(new Set(calls)).toEqual(new Set(['answered']));
  });
});

describe('A call', () => {
  test('is retried only by the SDK, and not at all where a job retries it', async () => {
    const { gateway } = openGateway();
    const retrieve = 'GET /v1/payment_intents/:id';
    for (const [options, calls] of [
      [{}, 3],
      [once, 1],
    ] as const) {
      await control('DELETE', 'requests');
      await control('DELETE', 'faults');
      await control('POST', 'faults', { path: '*', times: 9, status: 503 });
      await failures(1, () => gateway.retrievePayment('pi_1', options));
      expect((await control('GET', 'requests')).counts[retrieve]).toBe(calls);
    }
  });

  test('for an object that Stripe does not know fails as missing', async () => {
    const { gateway } = openGateway();
    await expect(gateway.retrievePayment('pi_nobody')).rejects.toMatchObject({
      name: 'StripeMissing',
      code: 'resource_missing',
    });
  });

  test('sends only ids to Stripe', async () => {
    const { gateway } = openGateway();
    const metadata = { orderId: 'ord_1', paymentId: 'pay_1', email: 'ada@example.com' };
    const { metadata: kept } = await gateway.createPayment({
      amount: { amount: 2000, currency: 'USD' },
      description: 'Order 1',
      metadata,
      captureMethod: 'automatic',
      idempotencyKey: 'metadata',
    });
    expect(kept).toEqual({ orderId: 'ord_1', paymentId: 'pay_1' });
  });
});
