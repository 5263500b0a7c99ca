import { closeSandboxes, openSandbox, paying, stripeError } from './helpers/sandbox.ts';

afterEach(closeSandboxes);

test('the same key and parameters give the same answer and one effect', async () => {
  const { stripe } = await openSandbox();
  const once = { idempotencyKey: 'order-1' };
  const first = await stripe.paymentIntents.create(paying('pm_card_visa'), once);
  const again = await stripe.paymentIntents.create(paying('pm_card_visa'), once);
  expect(again.id).toBe(first.id);
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
  expect((await stripe.charges.list()).data).toHaveLength(1);
});

test('the same key for another request is an idempotency error', async () => {
  const { stripe } = await openSandbox();
  const once = { idempotencyKey: 'order-2' };
  await stripe.paymentIntents.create(paying('pm_card_visa'), once);
  expect(
    await stripeError(stripe.paymentIntents.create(paying('pm_card_visa', { amount: 2600 }), once)),
  ).toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' });
  expect(await stripeError(stripe.customers.create({}, once))).toMatchObject({
    type: 'StripeIdempotencyError',
  });
});

test('a decline is replayed too', async () => {
  const { stripe } = await openSandbox();
  const once = { idempotencyKey: 'order-3' };
  const first = await stripeError(
    stripe.paymentIntents.create(paying('pm_card_chargeDeclined'), once),
  );
  const again = await stripeError(
    stripe.paymentIntents.create(paying('pm_card_chargeDeclined'), once),
  );
  expect(again.statusCode).toBe(402);
  expect(again.payment_intent?.id).toBe(first.payment_intent?.id);
  expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
});

test('a refused parameter does not use the key up', async () => {
  const { stripe } = await openSandbox();
  const once = { idempotencyKey: 'order-4' };
  await expect(
    stripe.paymentIntents.create({ amount: 10, currency: 'usd' }, once),
  ).rejects.toMatchObject({ code: 'amount_too_small' });
  const intent = await stripe.paymentIntents.create({ amount: 100, currency: 'usd' }, once);
  expect(intent.status).toBe('requires_payment_method');
});

test('while the first request runs, its key is in use', async () => {
  const { stripe, control } = await openSandbox();
  await control('POST', '/faults', { path: '/v1/payment_intents', delayMs: 150 });
  const once = { idempotencyKey: 'order-5' };
  const slow = stripe.paymentIntents.create({ amount: 100, currency: 'usd' }, once);
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
  expect(
    await stripeError(stripe.paymentIntents.create({ amount: 100, currency: 'usd' }, once)),
  ).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
  const created = await slow;
  const later = await stripe.paymentIntents.create({ amount: 100, currency: 'usd' }, once);
  expect(later.id).toBe(created.id);
});

test('twenty requests at once under one key have one effect', async () => {
  const { stripe } = await openSandbox();
  const results = await Promise.all(
    Array.from({ length: 20 }, () =>
      stripe.paymentIntents.create(paying('pm_card_visa'), {
        idempotencyKey: 'order-6',
        maxNetworkRetries: 3,
      }),
    ),
  );
  expect(new Set(results.map((intent) => intent.id)).size).toBe(1);
  expect((await stripe.charges.list()).data).toHaveLength(1);
});
