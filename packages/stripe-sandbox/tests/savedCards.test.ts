import type { Stripe } from 'stripe';
import { closeSandboxes, eventTypes, openSandbox, paying, stripeError } from './helpers/sandbox.ts';

afterEach(closeSandboxes);

/** The id of an intent's payment method, expanded or not. */
function methodOf({ payment_method: method }: Stripe.SetupIntent | Stripe.PaymentIntent): string {
  return typeof method === 'string' ? method : (method?.id ?? '');
}

const cards: Stripe.SetupIntentCreateParams = { allowed_payment_method_types: ['card'] };

async function openWithCustomer() {
  const bed = await openSandbox();
  const { id: customer } = await bed.stripe.customers.create();
  const set = (paymentMethod: string) =>
    bed.stripe.setupIntents.create({
      ...cards,
      customer,
      payment_method: paymentMethod,
      confirm: true,
    });
  const listed = async () =>
    (await bed.stripe.paymentMethods.list({ customer })).data.map(({ id }) => id);
  const confirmSetup = (intent: Stripe.SetupIntent, paymentMethod: string, secret?: string) =>
    fetch(`${bed.sandbox.url}/v1/setup_intents/${intent.id}/confirm`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${bed.sandbox.publishableKey}` },
      body: new URLSearchParams({
        client_secret: secret ?? intent.client_secret ?? '',
        payment_method: paymentMethod,
      }),
    });
  return { ...bed, customer, set, listed, confirmSetup };
}

describe('saving a card', () => {
  test('a setup confirmed in the browser attaches the card to its customer', async () => {
    const { stripe, customer, listed, confirmSetup } = await openWithCustomer();
    const intent = await stripe.setupIntents.create({ ...cards, customer, metadata: { a: '1' } });
    expect(intent).toMatchObject({
      id: expect.stringMatching(/^seti_/),
      status: 'requires_payment_method',
      usage: 'off_session',
      customer,
    });
    const stranger = await confirmSetup(intent, 'pm_card_visa', 'seti_1_secret_2');
    expect(await stranger.json()).toMatchObject({
      error: { code: 'setup_intent_invalid_parameter' },
    });
    const shown = (await (await confirmSetup(intent, 'pm_card_visa')).json()) as object;
    expect(shown).toMatchObject({ status: 'succeeded' });
    expect(shown).not.toHaveProperty('metadata');
    expect(shown).not.toHaveProperty('customer');

    const saved = await stripe.setupIntents.retrieve(intent.id, { expand: ['payment_method'] });
    expect(saved).toMatchObject({
      status: 'succeeded',
      payment_method: { customer, card: { brand: 'visa', last4: '4242' } },
    });
    const id = methodOf(saved);
    expect(await listed()).toEqual([id]);
    const { data } = await stripe.customers.listPaymentMethods(customer, { type: 'card' });
    expect(data.map((method) => method.id)).toEqual([id]);
    expect(await eventTypes(stripe)).toEqual([
      'customer.created',
      'setup_intent.created',
      'payment_method.attached',
      'setup_intent.succeeded',
    ]);
    const again = await stripeError(stripe.setupIntents.confirm(intent.id));
    expect(again.code).toBe('setup_intent_unexpected_state');
  });

  test('a card that is declined is not saved, and one that fails later is', async () => {
    const { stripe, set, listed } = await openWithCustomer();
    const declined = await stripeError(set('pm_card_chargeDeclined'));
    expect(declined).toMatchObject({ statusCode: 402, code: 'card_declined' });
    const id = declined.setup_intent?.id ?? '';
    expect(await stripe.setupIntents.retrieve(id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { decline_code: 'generic_decline' },
    });
    expect(await listed()).toEqual([]);
    expect(await set('pm_card_chargeCustomerFail')).toMatchObject({ status: 'succeeded' });
    expect(await listed()).toHaveLength(1);
  });

  test('a bank that asks is asked on its page', async () => {
    const { stripe, set, sandbox, control, listed } = await openWithCustomer();
    const asked = await set('pm_card_authenticationRequired');
    expect(asked.status).toBe('requires_action');
    const url = asked.next_action?.redirect_to_url?.url ?? '';
    expect(url.startsWith(sandbox.url)).toBe(true);
    expect(await (await fetch(url)).text()).toContain('that this card is saved');
    await fetch(url, { method: 'POST', body: new URLSearchParams({ outcome: 'fail' }) });
    expect(await stripe.setupIntents.retrieve(asked.id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { code: 'setup_intent_authentication_failure' },
    });
    const { id } = await set('pm_card_authenticationRequired');
    await control('POST', `/setup_intents/${id}/authenticate`, { outcome: 'complete' });
    expect((await stripe.setupIntents.retrieve(id)).status).toBe('succeeded');
    expect(await listed()).toHaveLength(1);
  });

  test('a canceled setup saves nothing more', async () => {
    const { stripe, customer } = await openWithCustomer();
    const { id } = await stripe.setupIntents.create({ ...cards, customer });
    const reason = { cancellation_reason: 'abandoned' } as const;
    expect(await stripe.setupIntents.cancel(id, reason)).toMatchObject({ status: 'canceled' });
    const refused = await stripeError(
      stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa' }),
    );
    expect(refused.code).toBe('setup_intent_unexpected_state');
    const missing = await stripeError(stripe.setupIntents.retrieve('seti_none'));
    expect(missing).toMatchObject({ statusCode: 404, message: "No such setupintent: 'seti_none'" });
  });
});

describe('a saved card', () => {
  test('is detached once, and then never used again', async () => {
    const { stripe, customer, set, listed } = await openWithCustomer();
    const id = methodOf(await set('pm_card_visa'));
    expect(await stripe.paymentMethods.detach(id)).toMatchObject({ customer: null });
    expect(await listed()).toEqual([]);
    const twice = await stripeError(stripe.paymentMethods.detach(id));
    expect(twice.message).toContain('not attached to a customer');
    const reused = { ...paying(id), customer };
    for (const call of [
      stripe.paymentIntents.create(reused),
      stripe.paymentMethods.attach(id, { customer }),
    ]) {
      expect((await stripeError(call)).message).toContain('may not be used again');
    }
    expect((await eventTypes(stripe)).at(-1)).toBe('payment_method.detached');
  });

  test('pays for its customer, and for no one else', async () => {
    const { stripe, customer, set, confirmInBrowser } = await openWithCustomer();
    const method = methodOf(await set('pm_card_visa'));
    const saved = paying(method);
    expect(await stripe.paymentIntents.create({ ...saved, customer })).toMatchObject({
      status: 'succeeded',
      customer,
    });
    const begun = await stripe.paymentIntents.create({ ...saved, customer, confirm: false });
    expect(begun.status).toBe('requires_confirmation');
    expect((await confirmInBrowser(begun, method)).status).toBe(200);

    const guest = await stripeError(stripe.paymentIntents.create(saved));
    expect(guest.message).toContain('Please include the Customer');
    const { id: other } = await stripe.customers.create();
    const theirs = await stripeError(stripe.paymentIntents.create({ ...saved, customer: other }));
    expect(theirs).toMatchObject({ code: 'resource_missing', param: 'payment_method' });
    const taken = await stripeError(stripe.paymentMethods.attach(method, { customer: other }));
    expect(taken.message).toContain('already been attached');
  });

  test('is charged off session, unless its bank asks', async () => {
    const { stripe, customer, set } = await openWithCustomer();
    const method = methodOf(await set('pm_card_visa'));
    const charge = { ...paying(method), customer, off_session: true };
    expect(await stripe.paymentIntents.create(charge)).toMatchObject({ status: 'succeeded' });
    const unconfirmed = await stripeError(
      stripe.paymentIntents.create({ ...charge, confirm: false }),
    );
    expect(unconfirmed).toMatchObject({ param: 'off_session' });
    const strict = await stripe.paymentMethods.attach('pm_card_authenticationRequired', {
      customer,
    });
    const asked = await stripeError(
      stripe.paymentIntents.create({ ...charge, payment_method: strict.id }),
    );
    expect(asked).toMatchObject({ statusCode: 402, code: 'authentication_required' });
  });

  test('is saved by a payment that says so, and goes with its customer', async () => {
    const { stripe, customer, listed } = await openWithCustomer();
    const kept = { customer, setup_future_usage: 'off_session' } as const;
    const id = methodOf(await stripe.paymentIntents.create(paying('pm_card_visa', kept)));
    expect(await listed()).toEqual([id]);
    await stripe.paymentIntents.create({ ...paying('pm_card_visa'), customer });
    expect(await listed()).toEqual([id]);
    await stripe.customers.del(customer);
    expect((await stripe.paymentMethods.retrieve(id)).customer).toBeNull();
    expect((await eventTypes(stripe)).slice(-2)).toEqual([
      'payment_method.detached',
      'customer.deleted',
    ]);
  });
});
