import { closeSandboxes, openSandbox, paying, stripeError } from './helpers/sandbox.ts';

afterEach(closeSandboxes);

test('a fault before the effect fails the next n matching requests and no other', async () => {
  const { stripe, control } = await openSandbox();
  await control('POST', '/faults', { method: 'POST', path: '/v1/refunds', times: 2, status: 503 });
  const intent = await stripe.paymentIntents.create(paying('pm_card_visa'));
  const refund = () => stripe.refunds.create({ payment_intent: intent.id });
  expect(await stripeError(refund())).toMatchObject({ statusCode: 503, type: 'StripeAPIError' });
  expect(await stripeError(refund())).toMatchObject({ statusCode: 503 });
  expect(await refund()).toMatchObject({ status: 'succeeded' });
});

test('a fault after the effect loses the answer, and the key finds it again', async () => {
  const { stripe, control } = await openSandbox();
  await control('POST', '/faults', { path: '/v1/payment_intents', when: 'after', status: 500 });
  const once = { idempotencyKey: 'lost-answer' };
  expect(
    await stripeError(stripe.paymentIntents.create(paying('pm_card_visa'), once)),
  ).toMatchObject({ statusCode: 500 });
  expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
  const found = await stripe.paymentIntents.create(paying('pm_card_visa'), once);
  expect(found.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect((await stripe.charges.list()).data).toHaveLength(1);
});

test.each(['before', 'after'] as const)(
  'a fault %s the effect may be stored under the key, as Stripe stores a 500',
  async (when) => {
    const { stripe, control } = await openSandbox();
    const fault = { path: '/v1/payment_intents', when, status: 500, keep: true };
    await control('POST', '/faults', fault);
    const create = (idempotencyKey: string) =>
      stripe.paymentIntents.create(paying('pm_card_visa'), { idempotencyKey });
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(await stripeError(create('kept'))).toMatchObject({ statusCode: 500 });
    }
    const done = when === 'after' ? 1 : 0;
    expect((await stripe.paymentIntents.list()).data).toHaveLength(done);
    expect(await create('another')).toMatchObject({ status: 'succeeded' });
    expect((await stripe.paymentIntents.list()).data).toHaveLength(done + 1);
  },
);

test('the SDK survives a cut connection by itself', async () => {
  const { stripe, control } = await openSandbox();
  await control('POST', '/faults', { path: '/v1/*/confirm', when: 'after', reset: true });
  const intent = await stripe.paymentIntents.create({ ...paying('pm_card_visa'), confirm: false });
  const paid = await stripe.paymentIntents.confirm(intent.id, {}, { maxNetworkRetries: 1 });
  expect(paid.status).toBe('succeeded');
  expect(await control('GET', '/requests')).toMatchObject({
    counts: { 'POST /v1/payment_intents/:id/confirm': 2 },
    recent: [{ status: 200, replayed: true }, { status: null }, {}],
  });
});

test('an answer may arrive after the timeout of the client', async () => {
  const { stripe, control } = await openSandbox();
  await control('POST', '/faults', { path: '/v1/customers', when: 'after', delayMs: 300 });
  const error = await stripeError(stripe.customers.create({ name: 'Ada' }, { timeout: 50 }));
  expect(error.type).toBe('StripeConnectionError');
  expect((await stripe.customers.list()).data).toMatchObject([{ name: 'Ada' }]);
});

test('a reset forgets everything but the keys and the endpoint', async () => {
  const { stripe, control } = await openSandbox();
  await control('POST', '/faults', { path: '*', status: 500, times: 99 });
  await control('POST', '/reset');
  expect((await stripe.events.list()).data).toEqual([]);
  expect(await control('GET', '/faults')).toEqual([]);
});

test('the page shows recent payments with what can be done to them', async () => {
  const { stripe, sandbox } = await openSandbox();
  const intent = await stripe.paymentIntents.create(paying('pm_card_visa'));
  const page = await (await fetch(sandbox.url)).text();
  expect(page).toContain(intent.id);
  expect(page).toContain('Refund');
});
