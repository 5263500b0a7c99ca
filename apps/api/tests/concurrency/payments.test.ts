import { Stripe } from 'stripe';
import { createProduct } from '../helpers/catalog.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { placeOrder, type PlacedOrder } from '../helpers/orders.ts';
import { startSalesApp, webhookSecret, type SalesApp } from '../helpers/salesApp.ts';
import { processEvent } from '../helpers/stripeEvents.ts';

const stripe = new Stripe('sk_test_unused');
let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const product = await createProduct(shop.ctx, { variants: [{ stock: 1000 }] });
  variantId = product.variantIds[0] ?? '';
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

function deliver(type: string, intentId: string, id: string) {
  const payload = JSON.stringify({ id, type, data: { object: { id: intentId } } });
  const signature = stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret });
  return shop.api
    .post('/api/v1/webhooks/stripe')
    .set({ 'Content-Type': 'application/json', 'Stripe-Signature': signature })
    .send(payload);
}

/** Counts of rows that an order must have once. */
async function traces({ orderId }: PlacedOrder) {
  const { prisma } = shop.ctx.db;
  const order = await prisma.order.findUnique({ where: { id: orderId } });
  return {
    status: order?.status,
    paymentStatus: order?.paymentStatus,
    captures: await prisma.paymentEntry.count({
      where: { kind: 'captured', payment: { orderId } },
    }),
    sales: await prisma.stockMovement.count({ where: { orderId, reason: 'sale' } }),
    confirmations: await prisma.event.count({
      where: { type: 'order.confirmed', payload: { path: ['orderId'], equals: orderId } },
    }),
  };
}

const paidOnce = {
  status: 'confirmed',
  paymentStatus: 'paid',
  captures: 1,
  sales: 1,
  confirmations: 1,
};

describe('A race', () => {
  test('of the same webhook, 50 times at once, records one payment', async () => {
    const placed = await placeOrder(shop, variantId);
    await shop.confirm(placed.secret);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        deliver('payment_intent.succeeded', placed.intentId, 'evt_same'),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    // As if the queue had run the job 50 times.
    await Promise.all(Array.from({ length: 50 }, () => processEvent(shop, 'evt_same')));
    expect(await traces(placed)).toEqual(paidOnce);
  }, 60_000);

  test('of different webhooks of one payment records one payment', async () => {
    const placed = await placeOrder(shop, variantId);
    await shop.confirm(placed.secret);
    const ids = Array.from({ length: 20 }, (_, index) => `evt_of_${placed.intentId}_${index}`);
    const types = ['succeeded', 'processing', 'payment_failed', 'requires_action'];
    await Promise.all(
      ids.map((id, index) => deliver(`payment_intent.${types[index % 4]}`, placed.intentId, id)),
    );
    await Promise.all(ids.map((id) => processEvent(shop, id)));
    expect(await traces(placed)).toEqual(paidOnce);
  }, 60_000);

  test('between expiry, cancellation and payment leaves each order paid, closed or refunded', async () => {
    const { checkout } = shop.container.services;
    const orders: PlacedOrder[] = [];
    for (let index = 0; index < 12; index++) orders.push(await placeOrder(shop, variantId));
    await shop.ctx.db.prisma.order.updateMany({
      where: { id: { in: orders.map(({ orderId }) => orderId) } },
      data: { expiresAt: new Date(0) },
    });

    const cancel = ({ orderId, token }: PlacedOrder) =>
      shop.api
        .post(`/api/v1/orders/${orderId}/cancel`)
        .set({ 'X-Order-Token': token, 'Idempotency-Key': 'race' });
    const toCancel = orders.filter((_, index) => index % 3 === 0);
    await Promise.all([
      checkout.expireDue(shop.ctx),
      checkout.expireDue(shop.ctx),
      ...toCancel.map(async (order) => cancel(order)),
      ...orders.map(async ({ secret, intentId }, index) => {
        await shop.confirm(secret);
        await deliver('payment_intent.succeeded', intentId, `evt_race_${index}`);
        await processEvent(shop, `evt_race_${index}`);
      }),
    ]);

    for (const order of orders) {
      const { status, paymentStatus, captures, sales } = await traces(order);
      expect(['confirmed', 'expired', 'canceled']).toContain(status);
      const isPaid = status === 'confirmed' || (status === 'canceled' && captures > 0);
      expect({ paymentStatus, captures, sales }).toEqual(
        isPaid
          ? { paymentStatus: 'paid', captures: 1, sales: 1 }
          : { paymentStatus: 'unpaid', captures: 0, sales: 0 },
      );
      // Invariant S5 checks that its stock is released.
      const refunds = await shop.ctx.db.prisma.refund.count({ where: { orderId: order.orderId } });
      expect(refunds).toBe(status === 'canceled' && isPaid ? 1 : 0);
    }
  }, 60_000);

  test('of requests for a client secret returns one payment', async () => {
    const placed = await placeOrder(shop, variantId);
    await shop.control('POST', `payment_intents/${placed.intentId}/cancel`);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        shop.api
          .post(`/api/v1/orders/${placed.orderId}/payment`)
          .set({ 'X-Order-Token': placed.token, 'Idempotency-Key': `secret-${index}` })
          .expect(200),
      ),
    );
    expect(new Set(answers.map(({ body }) => body.data.clientSecret)).size).toBe(1);
    const payments = await shop.ctx.db.prisma.payment.findMany({
      where: { orderId: placed.orderId },
    });
    expect(payments.map(({ status }) => status).toSorted()).toEqual(['canceled', 'pending']);
  });
});
