import { createProduct } from '../helpers/catalog.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { eventually } from '../helpers/eventually.ts';
import { placePaidOrder, type PlacedOrder } from '../helpers/orders.ts';
import { refund, refundsAtStripe } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { orderOf, untilPaymentStatus } from '../helpers/staff.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ worker: true });
  const product = await createProduct(shop.ctx, {
    variants: [{ stock: 100, prices: { USD: 1000 } }],
  });
  variantId = product.variantIds[0] ?? '';
}, 30_000);

afterEach(async () => {
  await shop.control('DELETE', 'webhooks');
  await assertInvariants(shop.ctx);
});

afterAll(() => shop.close());

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** 10.00, 1.00 of tax, 5.00 of shipping: 16.00. */
const placeOne = (card = 'pm_card_visa') =>
  placePaidOrder(shop, [{ variantId, quantity: 1 }], { card });

/** Creates a refund in Stripe's dashboard. @returns the refund's id. */
async function refundInDashboard({ intentId }: PlacedOrder, amount?: number): Promise<string> {
  const params = amount === undefined ? {} : { amount };
  const made = await shop.control('POST', `payment_intents/${intentId}/refund`, params);
  return (made as { id: string }).id;
}

async function entriesOf({ orderId }: PlacedOrder) {
  const entries = await shop.ctx.db.prisma.paymentEntry.findMany({
    where: { payment: { orderId } },
    orderBy: { id: 'asc' },
  });
  return entries.map(({ kind, amount, reference }) => [kind, Number(amount), reference]);
}

/** Waits until every event that Stripe has delivered was acted on. */
async function untilQuiet() {
  await eventually(async () => {
    const open = await shop.ctx.db.prisma.providerEvent.count({ where: { processedAt: null } });
    const { length } = (await shop.control('GET', 'deliveries?state=pending')) as unknown[];
    return open === 0 && length === 0;
  });
}

describe("A refund that was made in Stripe's dashboard", () => {
  test('is recorded like our own, once, also when webhooks arrive twice and out of order', async () => {
    await shop.control('POST', 'webhooks', { duplicate: 2, order: 'random', jitterMs: 80 });
    const placed = await placeOne();
    const id = await refundInDashboard(placed, 600);
    const order = await untilPaymentStatus(shop, placed, 'partially_refunded');
    expect(order.refunds).toMatchObject([
      {
        status: 'succeeded',
        reason: 'provider',
        amount: usd(600),
        transfers: [{ status: 'succeeded', providerId: id }],
      },
    ]);
    await refundInDashboard(placed);
    await untilPaymentStatus(shop, placed, 'refunded');
    await untilQuiet();
    const { refunds } = await orderOf(shop, placed);
    expect(refunds.map(({ amount }) => amount.amount)).toEqual([600, 1000]);
    expect((await entriesOf(placed)).map(([kind]) => kind)).toEqual([
      'captured',
      'refunded',
      'refunded',
    ]);
  });

  test('is distinguished from ours by our metadata', async () => {
    const placed = await placeOne();
    await refund(shop, placed, { amount: usd(400) }).expect(201);
    await refundInDashboard(placed, 400);
    await untilQuiet();
    const { refunds, payments } = await orderOf(shop, placed);
    expect(refunds.map(({ reason }) => reason).toSorted()).toEqual([
      'provider',
      'requested_by_customer',
    ]);
    expect(payments).toMatchObject([{ refunded: usd(800), refunding: usd(0) }]);
    await refund(shop, placed, { amount: usd(801) }).expect(409);
  });

  test('is recorded although a refund of ours of the same money is pending', async () => {
    const placed = await placeOne();
    // The shop's own refund waits for Stripe, which is down.
    await shop.control('POST', 'faults', {
      method: 'POST',
      path: '/v1/refunds',
      status: 503,
      times: 1,
    });
    await refund(shop, placed, { amount: usd(1600) }).expect(201);
    await refundInDashboard(placed);
    await eventually(async () => {
      const { refunds } = await orderOf(shop, placed);
      return refunds.every(({ status }) => status !== 'pending') && refunds.length === 2;
    }, 20_000);
    const { refunds, payments } = await orderOf(shop, placed);
    expect(refunds.map(({ reason, status }) => `${reason} ${status}`).toSorted()).toEqual([
      'provider succeeded',
      'requested_by_customer failed',
    ]);
    expect(payments).toMatchObject([{ refunded: usd(1600), refunding: usd(0) }]);
    expect(await refundsAtStripe(shop, placed)).toHaveLength(1);
  }, 30_000);

  test('arrives before the webhook of the payment, which is then retrieved', async () => {
    await shop.control('POST', 'webhooks', { paused: true });
    const placed = await placeOne();
    const id = await refundInDashboard(placed);
    // As if the payment's own events had been lost.
    const { payments } = shop.container.services;
    await payments.syncRefund(shop.ctx, 'stripe', id);
    await payments.syncRefund(shop.ctx, 'stripe', id);
    expect(await orderOf(shop, placed)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'refunded',
    });
  });

  test('is reverted when it fails', async () => {
    const placed = await placeOne('pm_card_refundFail');
    const id = await refundInDashboard(placed, 500);
    await untilPaymentStatus(shop, placed, 'partially_refunded');
    await shop.control('POST', `refunds/${id}/fail`);
    await untilPaymentStatus(shop, placed, 'paid');
    expect(await entriesOf(placed)).toEqual([
      ['captured', 1600, expect.stringMatching(/^ch_/)],
      ['refunded', 500, id],
      ['refund_failed', 500, id],
    ]);
  });

  test('that failed before its first webhook is not recorded', async () => {
    await shop.control('POST', 'webhooks', { paused: true });
    const placed = await placeOne('pm_card_refundFail');
    const id = await refundInDashboard(placed, 500);
    await shop.control('POST', `refunds/${id}/fail`);
    await shop.control('DELETE', 'webhooks');
    await untilQuiet();
    expect(await orderOf(shop, placed)).toMatchObject({ paymentStatus: 'paid', refunds: [] });
  });
});

describe('A second payment of an order', () => {
  test('is refunded as a duplicate; the order stays, and its customer gets a mail', async () => {
    const placed = await placeOne();
    // A canceled payment that was replaced, and was paid nevertheless.
    const second = 'pay_00000000000000000000000000';
    await shop.ctx.db.prisma.payment.create({
      data: {
        id: second,
        orderId: placed.orderId,
        provider: 'stripe',
        amount: 1600,
        currency: 'USD',
        status: 'canceled',
      },
    });
    const intent = await fetch(`${shop.sandbox.url}/v1/payment_intents`, {
      method: 'POST',
      headers: { Authorization: 'Bearer sk_test_shop' },
      body: new URLSearchParams({
        amount: '1600',
        currency: 'usd',
        confirm: 'true',
        payment_method: 'pm_card_visa',
        'automatic_payment_methods[enabled]': 'true',
        'automatic_payment_methods[allow_redirects]': 'never',
        'metadata[paymentId]': second,
      }),
    });
    const { id } = (await intent.json()) as { id: string };
    await eventually(async () => {
      const { refunds } = await orderOf(shop, placed);
      return refunds.length === 1 && refunds[0]?.status === 'succeeded';
    });
    const order = await orderOf(shop, placed);
    expect(order).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'paid',
      refunds: [{ reason: 'duplicate', amount: usd(1600) }],
    });
    expect(await refundsAtStripe(shop, { intentId: id })).toHaveLength(1);
    const mails = await shop.ctx.db.prisma.event.findMany({
      where: {
        type: 'payment.needs_refund',
        payload: { path: ['orderId'], equals: placed.orderId },
      },
    });
    expect(mails).toMatchObject([{ payload: { reason: 'duplicate' } }]);
  });
});
