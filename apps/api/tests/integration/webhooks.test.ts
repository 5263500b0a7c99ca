import { newId } from '../../src/kernel/ids.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import {
  deliver,
  eventOf,
  jobsOfEvent,
  keptEvent,
  processEvent,
  signatureOf,
} from '../helpers/stripeEvents.ts';

let shop: SalesApp;

beforeAll(async () => {
  shop = await startSalesApp();
});

afterAll(() => shop.close());

const process = (id: string) => processEvent(shop, id);

describe('An event that does not concern the shop', () => {
  test.each([
    ['of a connected account', { account: 'acct_1' }, 'the connected account acct_1'],
    ['of live mode, with a test key', { livemode: true }, 'of live mode'],
  ])('%s is stored, and not acted on', async (_what, change, why) => {
    const id = `evt_foreign_${Object.keys(change).join('')}`;
    const type = 'payment_intent.succeeded';
    const event = { id, type, data: { object: { id: 'pi_1' } }, ...change };
    await deliver(shop, JSON.stringify(event)).expect(200);
    await shop.control('DELETE', 'requests');
    await process(id);
    expect(await keptEvent(shop, id)).toMatchObject({
      payload: JSON.stringify(event),
      processedAt: expect.any(Date),
      lastError: expect.stringContaining(why),
    });
    expect(await shop.control('GET', 'requests')).toMatchObject({ counts: {} });
  });

  test('of test mode, in a shop with a live key, is stored, and not acted on', async () => {
    const live = await startSalesApp({
      env: { STRIPE_SECRET_KEY: 'sk_live_shop', STRIPE_PUBLISHABLE_KEY: 'pk_live_shop' },
    });
    const { webhooks } = live.container.services;
    const payload = eventOf('payment_intent.succeeded', 'pi_1', 'evt_test_mode');
    const request = { body: Buffer.from(payload), signature: signatureOf(payload) };
    await webhooks.receive(live.ctx, 'stripe', request);
    await processEvent(live, 'evt_test_mode');
    const event = await keptEvent(live, 'evt_test_mode');
    expect(event?.lastError).toBe("it is of test mode, and the shop's key is not");
    await live.close();
  });
});

describe('An event without a job', () => {
  const deleteJob = (id: string) =>
    shop.ctx.db.prisma
      .$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE payload->>'eventId' = ${id}`;

  const requeue = () => shop.container.services.webhooks.requeueLostEvents(shop.ctx);

  test('gets a new one; events with a job, and processed ones, do not', async () => {
    for (const id of ['evt_lost', 'evt_waiting']) {
      await deliver(shop, eventOf('payment_intent.succeeded', 'pi_1', id)).expect(200);
    }
    await deliver(shop, eventOf('customer.created', 'cus_1', 'evt_done')).expect(200);
    await deleteJob('evt_lost');
    await requeue();
    await requeue();
    expect(await jobsOfEvent(shop, 'evt_lost')).toBe(1);
    expect(await jobsOfEvent(shop, 'evt_waiting')).toBe(1);
    expect(await jobsOfEvent(shop, 'evt_done')).toBe(0);
  });

  test('whose job staff discarded is not retried', async () => {
    await deliver(shop, eventOf('payment_intent.succeeded', 'pi_1', 'evt_discarded')).expect(200);
    const { jobs } = shop.container.services;
    const { rows } = await jobs.list(shop.ctx, { limit: 1, name: 'webhooks.process' });
    await jobs.discard(shop.ctx, rows[0]?.id ?? '', 'of another shop');
    // Until the event is closed, the doctor does not call it lost either.
    await assertInvariants(shop.ctx);
    await requeue();
    expect(await jobsOfEvent(shop, 'evt_discarded')).toBe(0);
    expect(await keptEvent(shop, 'evt_discarded')).toMatchObject({
      processedAt: expect.any(Date),
      lastError: 'discarded by staff: of another shop',
    });
  });
});

describe('The job of an event', () => {
  test('reads the current state from Stripe and does not trust the event', async () => {
    const { variantIds } = await createProduct(shop.ctx);
    const cartId = await shop.readyCart([{ variantId: variantIds[0] ?? '', quantity: 1 }]);
    const { body } = await shop.checkout(cartId).expect(201);
    const [intentId = ''] = String(body.data.payment.clientSecret).split('_secret_');
    await deliver(shop, eventOf('payment_intent.succeeded', intentId, 'evt_early')).expect(200);
    await process('evt_early');
    const order = await shop.ctx.db.prisma.order.findUnique({ where: { id: body.data.order.id } });
    expect(order).toMatchObject({ status: 'pending', paymentStatus: 'unpaid' });
    await assertInvariants(shop.ctx);
  });

  test('fails for a payment that is not stored yet, and the event is retried', async () => {
    const answer = await fetch(`${shop.sandbox.url}/v1/payment_intents`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
      body: new URLSearchParams({
        amount: '1000',
        currency: 'usd',
        'metadata[paymentId]': newId('payment'),
      }),
    });
    const { id } = (await answer.json()) as { id: string };
    await deliver(shop, eventOf('payment_intent.succeeded', id, 'evt_foreign')).expect(200);
    await expect(process('evt_foreign')).rejects.toThrow(`No payment of ours is ${id}`);
    expect(await keptEvent(shop, 'evt_foreign')).toMatchObject({
      processedAt: null,
      attempts: 1,
      lastError: `No payment of ours is ${id}`,
    });
  });

  test('records nothing about a second PaymentIntent of one payment, once that is canceled', async () => {
    const { variantIds } = await createProduct(shop.ctx);
    const cartId = await shop.readyCart([{ variantId: variantIds[0] ?? '', quantity: 1 }]);
    const { body } = await shop.checkout(cartId).expect(201);
    const { id: paymentId, clientSecret } = body.data.payment;
    const second = await fetch(`${shop.sandbox.url}/v1/payment_intents`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
      body: new URLSearchParams({
        amount: '1000',
        currency: 'usd',
        'metadata[paymentId]': paymentId,
      }),
    });
    const { id } = (await second.json()) as { id: string };
    await deliver(shop, eventOf('payment_intent.canceled', id, 'evt_second')).expect(200);
    await expect(process('evt_second')).rejects.toThrow(`No payment of ours is ${id}`);
    await shop.control('POST', `payment_intents/${id}/cancel`);
    await process('evt_second');
    expect((await keptEvent(shop, 'evt_second'))?.processedAt).not.toBeNull();
    const payment = await shop.ctx.db.prisma.payment.findUnique({ where: { id: paymentId } });
    expect(String(clientSecret).startsWith(`${payment?.providerId}_secret_`)).toBe(true);
    expect(payment?.status).toBe('pending');
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
    await deliver(shop, eventOf('payment_intent.succeeded', intentId, 'evt_fast')).expect(200);
    await process('evt_fast');
    const payment = await shop.ctx.db.prisma.payment.findUnique({ where: { id: paymentId } });
    expect(payment).toMatchObject({ status: 'succeeded', providerId: intentId });
    await assertInvariants(shop.ctx);
  });
});
