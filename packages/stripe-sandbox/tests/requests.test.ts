import { closeSandboxes, openSandbox, sdk, stripeError } from './helpers/sandbox.ts';

afterEach(closeSandboxes);

describe('keys', () => {
  test('a wrong key and no key are 401 with the error object', async () => {
    const { sandbox } = await openSandbox();
    const error = await stripeError(sdk(sandbox.port, 'sk_test_somebody_else').balance.retrieve());
    expect(error).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
    expect(error.message).toMatch(/^Invalid API Key provided: sk_test_\*+else$/);
    const none = await fetch(`${sandbox.url}/v1/balance`);
    expect(none.status).toBe(401);
    expect(await none.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  test('the key may come as the user name of HTTP Basic', async () => {
    const { sandbox } = await openSandbox();
    const basic = Buffer.from(`${sandbox.secretKey}:`).toString('base64');
    const response = await fetch(`${sandbox.url}/v1/account`, {
      headers: { Authorization: `Basic ${basic}` },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('request-id')).toMatch(/^req_/);
    expect(response.headers.get('stripe-version')).toBe('2026-10-28.endive');
  });

  test('a browser of any origin may ask', async () => {
    const { sandbox } = await openSandbox();
    const response = await fetch(`${sandbox.url}/v1/payment_intents/pi_1/confirm`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('parameters', () => {
  test.each([
    [{ amount: '100', currency: 'usd', amonut: '1' }, 'parameter_unknown', 'amonut'],
    [
      { amount: '100', currency: 'usd', 'shipping[nam]': 'x' },
      'parameter_unknown',
      'shipping[nam]',
    ],
    [{ currency: 'usd' }, 'parameter_missing', 'amount'],
    [{ amount: '', currency: 'usd' }, 'parameter_invalid_empty', 'amount'],
    [{ amount: '19.99', currency: 'usd' }, 'parameter_invalid_integer', 'amount'],
    [{ amount: '0', currency: 'usd' }, 'parameter_invalid_integer', 'amount'],
    [{ amount: '49', currency: 'usd' }, 'amount_too_small', 'amount'],
    [{ amount: '100000000', currency: 'usd' }, 'amount_too_large', 'amount'],
    [{ amount: '1005', currency: 'kwd' }, 'parameter_invalid_integer', 'amount'],
    [{ amount: '100', currency: 'usd', customer: 'cus_1' }, 'resource_missing', 'customer'],
    [
      { amount: '100', currency: 'usd', payment_method: 'pm_x' },
      'resource_missing',
      'payment_method',
    ],
    [{ amount: '100', currency: 'xyz' }, undefined, 'currency'],
    [{ amount: '100', currency: 'usd', capture_method: 'x' }, undefined, 'capture_method'],
    [{ amount: '100', currency: 'usd', 'expand[]': 'x' }, 'property_cannot_be_expanded', 'expand'],
  ])('%j is refused', async (params, code, param) => {
    const { sandbox } = await openSandbox();
    const response = await fetch(`${sandbox.url}/v1/payment_intents`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${sandbox.secretKey}` },
      body: new URLSearchParams(Object.entries(params)),
    });
    const { error }: { error: Record<string, unknown> } = JSON.parse(await response.text());
    expect(response.status).toBe(400);
    expect(error).toMatchObject({ type: 'invalid_request_error', param });
    expect(error['code']).toBe(code);
  });

  test('zero-decimal, three-decimal and very large amounts pass', async () => {
    const { stripe } = await openSandbox();
    for (const [amount, currency] of [
      [50, 'jpy'],
      [1010, 'kwd'],
      [5_000_000_000, 'idr'],
      [500, 'isk'],
    ] as const) {
      expect(await stripe.paymentIntents.create({ amount, currency })).toMatchObject({ amount });
    }
  });

  test('unknown ids and paths are 404', async () => {
    const { stripe, sandbox } = await openSandbox();
    expect(await stripeError(stripe.paymentIntents.retrieve('pi_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: "No such payment_intent: 'pi_none'",
    });
    const response = await fetch(`${sandbox.url}/v1/subscriptions`, {
      headers: { Authorization: `Bearer ${sandbox.secretKey}` },
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: {
        message: expect.stringContaining('Unrecognized request URL (GET: /v1/subscriptions)'),
      },
    });
  });
});

describe('lists', () => {
  test('a list is read to its end, page by page, newest first', async () => {
    const { stripe } = await openSandbox();
    const created: string[] = [];
    for (let index = 0; index < 25; index += 1) {
      created.push(
        (await stripe.paymentIntents.create({ amount: 100 + index, currency: 'usd' })).id,
      );
    }
    const read: string[] = [];
    for await (const intent of stripe.paymentIntents.list({ limit: 7 })) read.push(intent.id);
    expect(read).toEqual(created.toReversed());

    const page = await stripe.paymentIntents.list({ limit: 3, ending_before: String(created[10]) });
    expect(page.data.map((intent) => intent.id)).toEqual([created[13], created[12], created[11]]);
    expect(page.has_more).toBe(true);
    const now = Math.floor(Date.now() / 1000);
    const future = await stripe.paymentIntents.list({ created: { gte: now + 60 } });
    expect(future.data).toEqual([]);
    const past = await stripe.paymentIntents.list({ created: { gte: now - 60 }, limit: 100 });
    expect(past.data).toHaveLength(25);
    await expect(stripe.paymentIntents.list({ limit: 101 })).rejects.toMatchObject({
      param: 'limit',
    });
  });

  test('customers are kept, found by e-mail and deleted', async () => {
    const { stripe } = await openSandbox();
    const customer = await stripe.customers.create({
      email: 'ada@example.com',
      name: 'Ada',
      address: { line1: 'Weg 1' },
    });
    await stripe.customers.create({ email: 'bob@example.com' });
    expect(await stripe.customers.update(customer.id, { name: 'Ada L.' })).toMatchObject({
      name: 'Ada L.',
      address: { line1: 'Weg 1', city: null },
    });
    const found = await stripe.customers.list({ email: 'ada@example.com' });
    expect(found.data.map(({ id }) => id)).toEqual([customer.id]);
    const intent = await stripe.paymentIntents.create({
      amount: 100,
      currency: 'usd',
      customer: customer.id,
      expand: ['customer'],
    });
    expect(intent.customer).toMatchObject({ email: 'ada@example.com' });
    expect(await stripe.customers.del(customer.id)).toMatchObject({ deleted: true });
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ deleted: true });
    expect((await stripe.customers.list({ email: 'ada@example.com' })).data).toEqual([]);
    await expect(
      stripe.paymentIntents.create({ amount: 100, currency: 'usd', customer: customer.id }),
    ).rejects.toMatchObject({ code: 'resource_missing' });
    await expect(stripe.customers.create({ email: 'ada' })).rejects.toMatchObject({
      code: 'email_invalid',
    });
  });
});

test('the balance is what was captured and not refunded, without the fees', async () => {
  const { stripe } = await openSandbox();
  const intent = await stripe.paymentIntents.create({
    amount: 2500,
    currency: 'usd',
    confirm: true,
    payment_method: 'pm_card_visa',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
  await stripe.refunds.create({ payment_intent: intent.id, amount: 500 });
  const balance = await stripe.balance.retrieve();
  expect(balance.available).toMatchObject([{ amount: 2000 - 103, currency: 'usd' }]);
});
