import { Stripe } from 'stripe';
import { createProduct } from '../helpers/catalog.ts';
import { assertPromisesKept } from '../helpers/books.ts';
import { startSalesApp, webhookSecret, type SalesApp } from '../helpers/salesApp.ts';

const OLD_SECRET = 'whsec_old';
const NEW_SECRET = 'whsec_new';
const stripe = new Stripe('sk_test_unused');

let shop: SalesApp;

beforeAll(async () => {
  shop = await startSalesApp({ env: { STRIPE_WEBHOOK_SECRET: `${NEW_SECRET},${OLD_SECRET}` } });
});

afterAll(() => shop.close());

let events = 0;
function eventOf(type: string, objectId: string, id = `evt_${++events}`) {
  return JSON.stringify({ id, object: 'event', type, data: { object: { id: objectId } } });
}

interface Signing {
  secret?: string;
  timestamp?: number;
  header?: string;
}

function deliver(payload: string, { secret = NEW_SECRET, timestamp, header }: Signing = {}) {
  const signature =
    header ??
    stripe.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp && { timestamp }) });
  return shop.api
    .post('/api/v1/webhooks/stripe')
    .set({ 'Content-Type': 'application/json', 'Stripe-Signature': signature })
    .send(payload);
}

const kept = (id: string) => shop.ctx.db.prisma.stripeEvent.findUnique({ where: { id } });

async function queuedFor(id: string): Promise<number> {
  const [row] = await shop.ctx.db.prisma.$queryRaw<{ jobs: number }[]>`
    SELECT count(*)::int AS jobs FROM graphile_worker._private_jobs WHERE payload->>'eventId' = ${id}`;
  return row?.jobs ?? 0;
}

const process = (id: string) => shop.container.services.webhooks.process(shop.ctx, id);

describe('POST /webhooks/stripe', () => {
  test('keeps a signed event with its job, once, however often it comes', async () => {
    const payload = eventOf('customer.created', 'cus_1', 'evt_once');
    for (let delivery = 1; delivery <= 3; delivery++) {
      const { body } = await deliver(payload).expect(200);
      expect(body).toEqual({ received: true });
    }
    expect(await kept('evt_once')).toMatchObject({ type: 'customer.created', processedAt: null });
    expect(await queuedFor('evt_once')).toBe(1);
  });

  test('takes the signature of the old secret while it is replaced', async () => {
    await deliver(eventOf('customer.created', 'cus_1', 'evt_old'), { secret: OLD_SECRET }).expect(
      200,
    );
    expect(await kept('evt_old')).not.toBeNull();
  });

  test.each([
    ['with another secret', { secret: 'whsec_other' }],
    ['six minutes ago', { timestamp: Math.floor(Date.now() / 1000) - 360 }],
    ['in no form we know', { header: 'garbage' }],
    ['with nothing', { header: '' }],
  ])('refuses what is signed %s', async (_how, signing) => {
    const { body } = await deliver(eventOf('customer.created', 'cus_1', 'evt_bad'), signing).expect(
      400,
    );
    expect(body.code).toBe('invalid_signature');
    expect(await kept('evt_bad')).toBeNull();
  });

  test('refuses what has no signature, or no body', async () => {
    const url = '/api/v1/webhooks/stripe';
    const unsigned = await shop.api.post(url).send({ id: 'evt_bad' }).expect(400);
    const empty = await shop.api.post(url).set('Stripe-Signature', 't=1,v1=00').expect(400);
    for (const { body } of [unsigned, empty]) expect(body.code).toBe('invalid_signature');
    const { headers } = await shop.api.get(url).expect(405);
    expect(headers['allow']).toBe('POST');
  });

  test.each([
    ['truncated', (header: string) => header.slice(0, -8)],
    ['cut before the signature', (header: string) => header.split(',')[0] ?? ''],
    ['without its time', (header: string) => header.split(',')[1] ?? ''],
    ['of another scheme', (header: string) => header.replace('v1=', 'v0=')],
    ['behind a false one', (header: string) => `t=1,v1=${'0'.repeat(64)}, ${header}`],
    ['with another time', (header: string) => header.replace(/^t=\d+/, 't=1')],
  ])('refuses a signature that is %s', async (_how, change) => {
    const payload = eventOf('customer.created', 'cus_1', 'evt_odd');
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret: NEW_SECRET });
    const { body } = await deliver(payload, { header: change(header) }).expect(400);
    expect(body.code).toBe('invalid_signature');
    expect(await kept('evt_odd')).toBeNull();
  });

  test('takes a header that a proxy has doubled: it is as good as once', async () => {
    const payload = eventOf('customer.created', 'cus_1', 'evt_doubled');
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret: NEW_SECRET });
    await deliver(payload, { header: `${header}, ${header}` }).expect(200);
    expect(await kept('evt_doubled')).not.toBeNull();
  });

  test.each([
    ['is no JSON', '{"id": "evt_1", ', 'malformed_json'],
    ['has a NUL between its tokens', '{"id":\u0000"evt_1"}', 'malformed_json'],
    ['is null', 'null', 'validation_failed'],
    ['is a list', '[]', 'validation_failed'],
    ['is a number', '42', 'validation_failed'],
    ['has no id', '{"type":"a.b","data":{"object":{}}}', 'validation_failed'],
    [
      'has a number for its type',
      '{"id":"evt_1","type":7,"data":{"object":{}}}',
      'validation_failed',
    ],
    ['is of nothing', '{"id":"evt_1","type":"a.b","data":{}}', 'validation_failed'],
    [
      'has an id with U+0000',
      String.raw`{"id":"evt_\u0000","type":"a.b","data":{"object":{}}}`,
      'validation_failed',
    ],
    [
      'is a thin event',
      '{"id":"evt_1","object":"v2.core.event","type":"v1.billing.meter.error_report_triggered"}',
      'validation_failed',
    ],
  ])('refuses what is signed and %s', async (_what, payload, code) => {
    const { body } = await deliver(payload).expect(400);
    expect(body.code).toBe(code);
  });

  test('keeps what jsonb would refuse, as it came', async () => {
    const name = String.raw`NUL \u0000, half a pair \ud800, a whole one \ud83d\ude00`;
    const payload = `{"id":"evt_text","type":"customer.created","data":{"object":{"id":"cus_1","name":"${name}"}}}`;
    await deliver(payload).expect(200);
    expect((await kept('evt_text'))?.payload).toBe(payload);
    await process('evt_text');
  });

  test('keeps an event whose object has an odd id, or none', async () => {
    const odd = String.raw`{"id":"evt_odd_object","type":"a.b","data":{"object":{"id":"\u0000"}}}`;
    await deliver(odd).expect(200);
    expect(await kept('evt_odd_object')).toMatchObject({ objectId: null });
    await deliver('{"id":"evt_balance","type":"balance.available","data":{"object":{}}}').expect(
      200,
    );
    await process('evt_balance');
  });

  test('refuses 10 MB with a 413', async () => {
    const payload = eventOf('customer.created', 'x'.repeat(10_000_000), 'evt_huge');
    const { body } = await deliver(payload).expect(413);
    expect(body.code).toBe('payload_too_large');
  });

  test('refuses a body that was changed after it was signed', async () => {
    const payload = eventOf('payment_intent.succeeded', 'pi_1', 'evt_changed');
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret: NEW_SECRET });
    await deliver(payload.replace('pi_1', 'pi_2'), { header }).expect(400);
    expect(await kept('evt_changed')).toBeNull();
  });
});

describe("An event that is not the shop's affair", () => {
  test.each([
    ['of a connected account', { account: 'acct_1' }, 'the connected account acct_1'],
    ['of live mode, with a test key', { livemode: true }, 'of live mode'],
  ])('%s is kept, and not acted on', async (_what, change, why) => {
    const id = `evt_foreign_${++events}`;
    const type = 'payment_intent.succeeded';
    const event = { id, type, data: { object: { id: 'pi_1' } }, ...change };
    await deliver(JSON.stringify(event)).expect(200);
    await shop.control('DELETE', 'requests');
    await process(id);
    expect(await kept(id)).toMatchObject({
      ...change,
      processedAt: expect.any(Date),
      lastError: expect.stringContaining(why),
    });
    expect(await shop.control('GET', 'requests')).toMatchObject({ counts: {} });
  });

  test('of test mode, in a shop with a live key, is kept, and not acted on', async () => {
    const live = await startSalesApp({ env: { STRIPE_SECRET_KEY: 'sk_live_shop' } });
    const { webhooks } = live.container.services;
    const payload = eventOf('payment_intent.succeeded', 'pi_1', 'evt_test_mode');
    const signature = stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret });
    await webhooks.receive(live.ctx, Buffer.from(payload), signature);
    await webhooks.process(live.ctx, 'evt_test_mode');
    const event = await live.ctx.db.prisma.stripeEvent.findUnique({
      where: { id: 'evt_test_mode' },
    });
    expect(event?.lastError).toBe("it is of test mode, and the shop's key is not");
    await live.close();
  });
});

describe('An event that has lost its job', () => {
  const deleteJob = (id: string) =>
    shop.ctx.db.prisma
      .$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE payload->>'eventId' = ${id}`;

  const requeue = () => shop.container.services.webhooks.requeueLost(shop.ctx);

  test('gets another one; those that have theirs, or are done, do not', async () => {
    for (const id of ['evt_lost', 'evt_waiting', 'evt_done']) {
      await deliver(eventOf('customer.created', 'cus_1', id)).expect(200);
    }
    await process('evt_done');
    await deleteJob('evt_done');
    await deleteJob('evt_lost');
    await requeue();
    await requeue();
    expect(await queuedFor('evt_lost')).toBe(1);
    expect(await queuedFor('evt_waiting')).toBe(1);
    expect(await queuedFor('evt_done')).toBe(0);
  });

  test('because staff have discarded it is given up', async () => {
    await deliver(eventOf('customer.created', 'cus_1', 'evt_discarded')).expect(200);
    const { jobs } = shop.container.services;
    const { rows } = await jobs.list(shop.ctx, { limit: 1, name: 'webhooks.process' });
    await jobs.discard(shop.ctx, rows[0]?.id ?? '', 'of another shop');
    await requeue();
    expect(await queuedFor('evt_discarded')).toBe(0);
    expect(await kept('evt_discarded')).toMatchObject({
      processedAt: expect.any(Date),
      lastError: 'given up by staff: of another shop',
    });
  });
});

describe("An event's job", () => {
  test('keeps an event that the shop has no use for, and is done with it', async () => {
    await deliver(eventOf('customer.created', 'cus_1', 'evt_unused')).expect(200);
    await process('evt_unused');
    expect((await kept('evt_unused'))?.processedAt).toBeInstanceOf(Date);
  });

  test('believes Stripe and not the event: what it says is asked again', async () => {
    const { variantIds } = await createProduct(shop.ctx);
    const cartId = await shop.readyCart([{ variantId: variantIds[0] ?? '', quantity: 1 }]);
    const { body } = await shop.checkout(cartId).expect(201);
    const [intentId = ''] = String(body.data.payment.clientSecret).split('_secret_');
    await deliver(eventOf('payment_intent.succeeded', intentId, 'evt_early')).expect(200);
    await process('evt_early');
    const order = await shop.ctx.db.prisma.order.findUnique({ where: { id: body.data.order.id } });
    expect(order).toMatchObject({ status: 'pending', paymentStatus: 'unpaid' });
    await assertPromisesKept(shop.ctx);
  });

  test('fails for a payment that is not ours, and the event stays to be tried again', async () => {
    const answer = await fetch(`${shop.sandbox.url}/v1/payment_intents`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
      body: new URLSearchParams({ amount: '1000', currency: 'usd' }),
    });
    const { id } = (await answer.json()) as { id: string };
    await deliver(eventOf('payment_intent.succeeded', id, 'evt_foreign')).expect(200);
    await expect(process('evt_foreign')).rejects.toThrow(`No payment of ours is ${id}`);
    expect(await kept('evt_foreign')).toMatchObject({
      processedAt: null,
      attempts: 1,
      lastError: `No payment of ours is ${id}`,
    });
  });

  test('finds a payment whose id at Stripe was not stored yet, by its metadata', async () => {
    const { variantIds } = await createProduct(shop.ctx);
    const cartId = await shop.readyCart([{ variantId: variantIds[0] ?? '', quantity: 1 }]);
    const { body } = await shop.checkout(cartId).expect(201);
    const { id: paymentId, clientSecret } = body.data.payment;
    const [intentId = ''] = String(clientSecret).split('_secret_');
    await shop.ctx.db.prisma.payment.update({
      where: { id: paymentId },
      data: { providerId: null, clientSecret: null },
    });
    await shop.confirm(clientSecret);
    await deliver(eventOf('payment_intent.succeeded', intentId, 'evt_fast')).expect(200);
    await process('evt_fast');
    const payment = await shop.ctx.db.prisma.payment.findUnique({ where: { id: paymentId } });
    expect(payment).toMatchObject({ status: 'succeeded', providerId: intentId });
    await assertPromisesKept(shop.ctx);
  });
});
