import {
  closeSandboxes,
  eventTypes,
  openSandbox,
  paying,
  sdk,
  stripeError,
  until,
} from './helpers/sandbox.ts';

afterEach(closeSandboxes);

describe('paying by card', () => {
  test('a payment confirmed in the browser succeeds and leaves a charge', async () => {
    const { stripe, confirmInBrowser } = await openSandbox();
    const intent = await stripe.paymentIntents.create({
      amount: 1999,
      currency: 'EUR',
      automatic_payment_methods: { enabled: true },
      metadata: { orderId: 'ord_1' },
    });
    expect(intent).toMatchObject({
      id: expect.stringMatching(/^pi_/),
      status: 'requires_payment_method',
      client_secret: expect.stringMatching(new RegExp(`^${intent.id}_secret_`)),
      currency: 'eur',
      livemode: false,
      metadata: { orderId: 'ord_1' },
    });

    const response = await confirmInBrowser(intent, 'pm_card_visa');
    expect(response.status).toBe(200);
    const shown: Record<string, unknown> = JSON.parse(await response.text());
    expect(shown).toMatchObject({ status: 'succeeded' });
    expect(shown).not.toHaveProperty('metadata');
    expect(shown).not.toHaveProperty('latest_charge');

    const paid = await stripe.paymentIntents.retrieve(intent.id, {
      expand: ['latest_charge.refunds'],
    });
    expect(paid).toMatchObject({
      amount_received: 1999,
      latest_charge: {
        id: expect.stringMatching(/^ch_/),
        amount_captured: 1999,
        captured: true,
        paid: true,
        payment_intent: intent.id,
        payment_method_details: { card: { brand: 'visa', last4: '4242' } },
        refunds: { data: [] },
      },
    });
    expect(await eventTypes(stripe)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
    ]);
  });

  test('a server confirms with its secret key, in one call or in two', async () => {
    const { stripe } = await openSandbox();
    expect(await stripe.paymentIntents.create(paying('pm_card_mastercard'))).toMatchObject({
      status: 'succeeded',
    });
    const later = await stripe.paymentIntents.create({ ...paying('pm_card_amex'), confirm: false });
    expect(later.status).toBe('requires_confirmation');
    expect(await stripe.paymentIntents.confirm(later.id)).toMatchObject({ status: 'succeeded' });
  });

  test('a server that accepts redirects must give a return URL', async () => {
    const { stripe } = await openSandbox();
    const redirecting = { ...paying('pm_card_visa'), automatic_payment_methods: { enabled: true } };
    const error = await stripeError(stripe.paymentIntents.create(redirecting));
    expect(error.message).toContain('return_url');
    const intent = await stripe.paymentIntents.create({
      ...redirecting,
      return_url: 'https://shop.example/done',
    });
    expect(intent.status).toBe('succeeded');
  });

  test('a card number maps to its test payment method', async () => {
    const { stripe, sandbox } = await openSandbox();
    const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
    const response = await fetch(`${sandbox.url}/v1/payment_intents/${intent.id}/confirm`, {
      method: 'POST',
      body: new URLSearchParams({
        key: sandbox.publishableKey,
        client_secret: intent.client_secret ?? '',
        'payment_method_data[type]': 'card',
        'payment_method_data[card][number]': '4000 0000 0000 9995',
        'payment_method_data[card][exp_month]': '12',
        'payment_method_data[card][exp_year]': '40',
        'payment_method_data[card][cvc]': '123',
      }),
    });
    expect(response.status).toBe(402);
    expect(await response.json()).toMatchObject({ error: { decline_code: 'insufficient_funds' } });
  });

  test('amount, metadata and shipping change while the payment is open, metadata also after', async () => {
    const { stripe } = await openSandbox();
    const intent = await stripe.paymentIntents.create({
      amount: 500,
      currency: 'usd',
      metadata: { a: '1', b: '2' },
    });
    const changed = await stripe.paymentIntents.update(intent.id, {
      amount: 700,
      metadata: { a: '', c: '3' },
      shipping: { name: 'Ada', address: { line1: 'Weg 1', country: 'CH' } },
    });
    expect(changed).toMatchObject({
      amount: 700,
      metadata: { b: '2', c: '3' },
      shipping: { name: 'Ada', address: { line1: 'Weg 1', city: null } },
    });
    expect(changed.metadata).not.toHaveProperty('a');
    const paid = await stripe.paymentIntents.create(paying('pm_card_visa'));
    expect(await stripe.paymentIntents.update(paid.id, { metadata: { x: 'y' } })).toMatchObject({
      metadata: { x: 'y' },
    });
    expect(
      await stripeError(stripe.paymentIntents.update(paid.id, { amount: 9999 })),
    ).toMatchObject({
      code: 'payment_intent_unexpected_state',
      statusCode: 400,
    });
  });
});

describe('declines', () => {
  test.each([
    ['pm_card_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', ''],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', ''],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', ''],
  ])('%s is declined as %s', async (method, code, declineCode) => {
    const { stripe } = await openSandbox();
    const error = await stripeError(stripe.paymentIntents.create(paying(method)));
    expect(error).toMatchObject({ statusCode: 402, type: 'StripeCardError', code });
    expect(error.decline_code).toBe(declineCode);
    expect(error.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_payment_error: { code, type: 'card_error' },
    });
    expect(await eventTypes(stripe)).toEqual([
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
    ]);
  });

  test('after a decline another card pays the same intent', async () => {
    const { stripe, confirmInBrowser } = await openSandbox();
    const intent = await stripe.paymentIntents.create({ amount: 2500, currency: 'usd' });
    expect((await confirmInBrowser(intent, 'pm_card_chargeDeclined')).status).toBe(402);
    expect((await confirmInBrowser(intent, 'pm_card_visa')).status).toBe(200);
    const charges = await stripe.charges.list({ payment_intent: intent.id });
    expect(charges.data.map((charge) => charge.status)).toEqual(['succeeded', 'failed']);
    const paid = await stripe.paymentIntents.retrieve(intent.id);
    expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null });
  });
});

describe('3-D Secure', () => {
  test('the customer authenticates on the page and comes back to the shop', async () => {
    const { stripe, confirmInBrowser } = await openSandbox();
    const intent = await stripe.paymentIntents.create({ amount: 2500, currency: 'usd' });
    const response = await confirmInBrowser(intent, 'pm_card_authenticationRequired', {
      return_url: 'https://shop.example/done?cart=7',
    });
    const waiting: { status: string; next_action: { redirect_to_url: { url: string } } } =
      JSON.parse(await response.text());
    expect(waiting.status).toBe('requires_action');
    const { url } = waiting.next_action.redirect_to_url;
    const page = await fetch(url);
    expect(await page.text()).toContain('Complete');

    const back = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ outcome: 'complete' }),
      redirect: 'manual',
    });
    expect(back.status).toBe(303);
    const location = new URL(back.headers.get('location') ?? '');
    expect(Object.fromEntries(location.searchParams)).toEqual({
      cart: '7',
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: 'succeeded',
    });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'succeeded' });
  });

  test('a failed authentication asks for another payment method', async () => {
    const { stripe, control } = await openSandbox();
    const intent = await stripe.paymentIntents.create(paying('pm_card_threeDSecure2Required'));
    await control('POST', `/payment_intents/${intent.id}/authenticate`, { outcome: 'fail' });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      next_action: null,
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
  });

  test('a card may be declined after authentication', async () => {
    const { stripe, control } = await openSandbox();
    const intent = await stripe.paymentIntents.create(
      paying('pm_card_threeDSecureRequiredChargeDeclined'),
    );
    await control('POST', `/payment_intents/${intent.id}/authenticate`, { outcome: 'complete' });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined' },
    });
  });

  test('without a customer present it is a decline', async () => {
    const { stripe } = await openSandbox();
    const error = await stripeError(
      stripe.paymentIntents.create(
        paying('pm_card_authenticationRequired', { error_on_requires_action: true }),
      ),
    );
    expect(error).toMatchObject({ statusCode: 402, code: 'authentication_required' });
  });
});

describe('delayed payments', () => {
  test('a bank debit is processing until it clears', async () => {
    const { stripe } = await openSandbox();
    const intent = await stripe.paymentIntents.create(paying('pm_usBankAccount_success'));
    expect(intent.status).toBe('processing');
    await until(
      async () => (await stripe.paymentIntents.retrieve(intent.id)).status === 'succeeded',
    );
    expect(await eventTypes(stripe)).toEqual([
      'payment_intent.created',
      'charge.pending',
      'payment_intent.processing',
      'charge.succeeded',
      'payment_intent.succeeded',
    ]);
  });

  test('a bank debit that is sent back fails late, and on demand at once', async () => {
    const { stripe, control } = await openSandbox({ settleMs: 60_000 });
    const intent = await stripe.paymentIntents.create(
      paying('pm_failedDelayed_de', { currency: 'eur' }),
    );
    expect(await stripeError(stripe.paymentIntents.cancel(intent.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    await control('POST', `/payment_intents/${intent.id}/settle`);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_payment_attempt_failed' },
    });
  });
});

describe('capture and cancellation', () => {
  test('an authorization is captured in part and the rest released', async () => {
    const { stripe } = await openSandbox();
    const intent = await stripe.paymentIntents.create(
      paying('pm_card_visa', { capture_method: 'manual' }),
    );
    expect(intent).toMatchObject({ status: 'requires_capture', amount_capturable: 2500 });
    expect(
      await stripeError(stripe.paymentIntents.capture(intent.id, { amount_to_capture: 2501 })),
    ).toMatchObject({ code: 'amount_too_large' });
    const captured = await stripe.paymentIntents.capture(intent.id, {
      amount_to_capture: 2000,
      expand: ['latest_charge'],
    });
    expect(captured).toMatchObject({
      status: 'succeeded',
      amount_received: 2000,
      amount_capturable: 0,
      latest_charge: { amount: 2500, amount_captured: 2000, amount_refunded: 500, refunded: false },
    });
    expect(await stripeError(stripe.paymentIntents.capture(intent.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
      message: 'This PaymentIntent could not be captured because it has already been captured.',
    });
    expect(await eventTypes(stripe)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'charge.captured',
      'payment_intent.succeeded',
    ]);
  });

  test('a canceled payment stays canceled, a paid one cannot be canceled', async () => {
    const { stripe, confirmInBrowser } = await openSandbox();
    const intent = await stripe.paymentIntents.create({ amount: 2500, currency: 'usd' });
    expect(
      await stripe.paymentIntents.cancel(intent.id, { cancellation_reason: 'abandoned' }),
    ).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
    expect((await confirmInBrowser(intent, 'pm_card_visa')).status).toBe(400);
    const paid = await stripe.paymentIntents.create(paying('pm_card_visa'));
    const error = await stripeError(stripe.paymentIntents.cancel(paid.id));
    expect(error).toMatchObject({
      statusCode: 400,
      code: 'payment_intent_unexpected_state',
      payment_intent: { id: paid.id, status: 'succeeded' },
    });
  });
});

test('the publishable key sees a payment only with its client secret, and nothing else', async () => {
  const { stripe, sandbox } = await openSandbox();
  const intent = await stripe.paymentIntents.create({ amount: 2500, currency: 'usd' });
  const browser = sdk(sandbox.port, sandbox.publishableKey);
  expect(await stripeError(browser.paymentIntents.retrieve(intent.id))).toMatchObject({
    code: 'parameter_missing',
  });
  expect(
    await stripeError(browser.paymentIntents.retrieve(intent.id, { client_secret: 'x' })),
  ).toMatchObject({ code: 'payment_intent_invalid_parameter' });
  const seen = await browser.paymentIntents.retrieve(intent.id, {
    client_secret: intent.client_secret ?? '',
  });
  expect(seen.id).toBe(intent.id);
  expect(await stripeError(browser.refunds.list())).toMatchObject({ code: 'secret_key_required' });
});
