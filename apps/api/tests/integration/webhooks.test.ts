import { Stripe } from 'stripe';
import { createProduct } from '../helpers/catalog.ts';
import { assertPromisesKept } from '../helpers/books.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

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

  test('refuses a body that was changed after it was signed', async () => {
    const payload = eventOf('payment_intent.succeeded', 'pi_1', 'evt_changed');
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret: NEW_SECRET });
    await deliver(payload.replace('pi_1', 'pi_2'), { header }).expect(400);
    expect(await kept('evt_changed')).toBeNull();
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
    expect((await kept('evt_foreign'))?.processedAt).toBeNull();
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
