import { closeReceivers, openReceiver } from './helpers/receiver.ts';
import { closeSandboxes, openSandbox, paying, until } from './helpers/sandbox.ts';

afterEach(closeSandboxes);
afterEach(closeReceivers);

test('events arrive signed, as the SDK checks them', async () => {
  const receiver = await openReceiver();
  const { stripe } = await openSandbox(receiver.options);
  const intent = await stripe.paymentIntents.create(paying('pm_card_visa'), {
    idempotencyKey: 'pay-1',
  });
  await until(() => receiver.events.length === 3);
  const event = receiver.events.find(({ type }) => type === 'payment_intent.succeeded');
  expect(event).toMatchObject({
    id: expect.stringMatching(/^evt_/),
    object: 'event',
    api_version: '2026-10-28.endive',
    livemode: false,
    pending_webhooks: 1,
    data: { object: { id: intent.id, status: 'succeeded' } },
    request: { id: intent.lastResponse.requestId, idempotency_key: 'pay-1' },
  });
  expect(receiver.rejected).toBe(0);
  await until(async () => (await stripe.events.retrieve(String(event?.id))).pending_webhooks === 0);
});

test('an endpoint receives the events that it has enabled, and no others', async () => {
  const receiver = await openReceiver();
  const { stripe, control } = await openSandbox({
    ...receiver.options,
    webhookEvents: ['payment_intent.succeeded'],
  });
  await stripe.paymentIntents.create(paying('pm_card_visa'));
  await until(() => receiver.events.length > 0);
  expect(await control('GET', '/deliveries')).toMatchObject([{ type: 'payment_intent.succeeded' }]);
  const { data: kept } = await stripe.events.list();
  expect(kept.length).toBeGreaterThan(1);
  const events = ['customer.created'];
  await control('POST', '/webhook-endpoint', { url: receiver.url, events });
  await stripe.customers.create({});
  await until(() => receiver.types().includes('customer.created'));
});

test('an endpoint with another secret sees a wrong signature', async () => {
  const receiver = await openReceiver();
  const { stripe } = await openSandbox({ ...receiver.options, webhookSecret: 'whsec_other' });
  await stripe.customers.create({});
  await until(() => receiver.rejected > 0);
  expect(receiver.events).toEqual([]);
});

test('a delivery is retried until the endpoint accepts it', async () => {
  const receiver = await openReceiver();
  receiver.answers = [500, 302, 404];
  const { stripe, control } = await openSandbox(receiver.options);
  await stripe.customers.create({});
  await until(() => receiver.events.length === 1);
  await until(async () =>
    JSON.stringify(await control('GET', '/deliveries')).includes('delivered'),
  );
  expect(await control('GET', '/deliveries')).toMatchObject([
    { type: 'customer.created', state: 'delivered', attempts: 4, lastStatus: 200 },
  ]);
});

test('no retried delivery is lost, whenever it is due', async () => {
  const receiver = await openReceiver();
  const { stripe } = await openSandbox(receiver.options);
  for (let count = 1; count <= 60; count++) {
    receiver.answers = [500, 500, 500];
    await stripe.customers.create({});
    await until(() => receiver.events.length === count);
  }
  expect(receiver.events).toHaveLength(60);
});

test('failed deliveries are sent at once when the endpoint is up again', async () => {
  const receiver = await openReceiver();
  receiver.answers = [500];
  const { stripe, control } = await openSandbox({ ...receiver.options, retryMs: 60_000 });
  await stripe.customers.create({});
  await until(async () => JSON.stringify(await control('GET', '/deliveries')).includes('500'));
  expect(receiver.events).toEqual([]);
  await control('POST', '/webhook-endpoint', { url: receiver.url });
  await until(() => receiver.events.length === 1);
});

test('the endpoint can be set later, and receives only later events', async () => {
  const receiver = await openReceiver('whsec_late');
  const { stripe, control } = await openSandbox();
  await stripe.customers.create({});
  await control('POST', '/webhook-endpoint', { url: receiver.url, secret: 'whsec_late' });
  await stripe.paymentIntents.create({ amount: 100, currency: 'usd' });
  await until(() => receiver.events.length > 0);
  expect(receiver.types()).toEqual(['payment_intent.created']);
});

describe('faults on demand', () => {
  test('paused deliveries are sent on resume, optionally in reverse', async () => {
    const receiver = await openReceiver();
    const { stripe, control } = await openSandbox(receiver.options);
    await control('POST', '/webhooks', { paused: true, order: 'newest' });
    await stripe.paymentIntents.create(paying('pm_card_visa'));
    expect(receiver.events).toEqual([]);
    await control('POST', '/webhooks', { paused: false });
    await until(() => receiver.events.length === 3);
    expect(receiver.types()[0]).toBe('payment_intent.succeeded');
  });

  test('events are dropped, and redelivered by hand', async () => {
    const receiver = await openReceiver();
    const { stripe, control } = await openSandbox(receiver.options);
    await control('POST', '/webhooks', { drop: 1 });
    await stripe.customers.create({ name: 'lost' });
    await stripe.customers.create({ name: 'found' });
    await until(() => receiver.events.length === 1);
    const [, dropped] = (await stripe.events.list()).data;
    expect(dropped).toMatchObject({ data: { object: { name: 'lost' } }, pending_webhooks: 0 });
    await control('POST', `/events/${dropped?.id}/redeliver`);
    await until(() => receiver.events.length === 2);
    expect(receiver.events[1]?.id).toBe(dropped?.id);
  });

  test('events can arrive more than once, and late', async () => {
    const receiver = await openReceiver();
    const { stripe, control } = await openSandbox(receiver.options);
    await control('POST', '/webhooks', { duplicate: 2, delayMs: 40 });
    const before = Date.now();
    await stripe.customers.create({});
    await until(() => receiver.events.length === 3);
    expect(Date.now() - before).toBeGreaterThanOrEqual(40);
    expect(new Set(receiver.events.map(({ id }) => id)).size).toBe(1);
  });
});
