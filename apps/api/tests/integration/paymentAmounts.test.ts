import { formatMoney } from '../../src/kernel/money.ts';
import type { RemotePayment } from '../../src/ports/paymentProvider.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import {
  eventsOf,
  placeOrder,
  postOrder,
  storedOrder,
  type PlacedOrder,
} from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

const ASKED = 2699;

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ worker: true });
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
});

afterAll(() => shop.close());

/** A provider's update of an order's payment. */
function seen(placed: PlacedOrder, change: Partial<RemotePayment>): RemotePayment {
  const nothing = { amount: 0, currency: 'USD' };
  return {
    providerId: placed.intentId,
    paymentId: placed.paymentId,
    status: 'succeeded',
    authorized: nothing,
    captured: nothing,
    captureReference: `ch_of_${placed.intentId}`,
    clientSecret: placed.secret,
    failure: null,
    ...change,
  };
}

const complete = (payment: RemotePayment) =>
  shop.container.services.payments.applyUpdate(shop.ctx, payment);

describe('An amount mismatch', () => {
  test.each([
    ['less', ASKED - 1, 'partially_paid'],
    ['more', ASKED + 1, 'paid'],
  ])(
    'of %s than was requested is recorded, and the order needs a person',
    async (_, amount, paymentStatus) => {
      const placed = await placeOrder(shop, variantId);
      const update = seen(placed, { captured: { amount, currency: 'USD' } });
      for (const status of [await complete(update), await complete(update)]) {
        expect(status).toBe('succeeded');
      }
      const order = await storedOrder(shop, placed);
      expect(order).toMatchObject({
        status: 'pending',
        paymentStatus,
        payments: [
          {
            status: 'succeeded',
            captured: BigInt(amount),
            lastError: `${formatMoney({ amount, currency: 'USD' })} instead of $26.99; staff must decide what happens`,
            entries: [{ kind: 'captured', amount: BigInt(amount) }],
          },
        ],
      });
      expect(order.history.at(-1)?.reason).toBe(
        `${formatMoney({ amount, currency: 'USD' })} was captured instead of $26.99`,
      );
      expect(await eventsOf(shop, placed)).toEqual(['order.placed', 'payment.amount_mismatch']);
      const workflow = await shop.ctx.db.prisma.workflow.findFirst({
        where: { subjectId: placed.orderId },
      });
      expect(workflow).toMatchObject({ state: 'needs_person' });
      await postOrder(shop, placed, 'payment').expect(409);
      // The shopper may also decide: the payment is refunded.
      await postOrder(shop, placed, 'cancel').expect(200);
      const refunds = await shop.ctx.db.prisma.refund.findMany({
        where: { orderId: placed.orderId },
      });
      expect(refunds).toMatchObject([{ amount: BigInt(amount) }]);
    },
  );

  test('of another currency is recorded in the payment and not in the ledger, and needs a person', async () => {
    const placed = await placeOrder(shop, variantId);
    await complete(seen(placed, { captured: { amount: ASKED, currency: 'EUR' } }));
    expect(await storedOrder(shop, placed)).toMatchObject({
      status: 'pending',
      payments: [
        { captured: 0n, lastError: expect.stringContaining('€26.99 instead of'), entries: [] },
      ],
    });
    expect(await eventsOf(shop, placed)).toContain('payment.amount_mismatch');
  });

  test('is refunded when the order has ended', async () => {
    const placed = await placeOrder(shop, variantId);
    await postOrder(shop, placed, 'cancel').expect(200);
    await complete(seen(placed, { captured: { amount: ASKED - 1, currency: 'USD' } }));
    const refunds = await shop.ctx.db.prisma.refund.findMany({
      where: { orderId: placed.orderId },
    });
    expect(refunds).toMatchObject([{ amount: BigInt(ASKED - 1), reason: 'late_payment' }]);
    expect(await storedOrder(shop, placed)).toMatchObject({ status: 'canceled' });
  });
});

describe('Two payments of one order that both succeed', () => {
  test('pay for it once, and the other is refunded in full', async () => {
    const first = await placeOrder(shop, variantId);
    // As if its cancellation at Stripe had been recorded by mistake.
    await shop.ctx.db.prisma.payment.update({
      where: { id: first.paymentId },
      data: { status: 'canceled' },
    });
    const { body } = await postOrder(shop, first, 'payment').expect(200);
    expect(body.data.id).not.toBe(first.paymentId);
    await Promise.all([shop.confirm(first.secret), shop.confirm(body.data.clientSecret)]);
    const order = await eventually(async () => {
      const now = await storedOrder(shop, first);
      const refunded = now.payments.reduce((sum, payment) => sum + payment.refunded, 0n);
      return refunded === BigInt(ASKED) && now;
    });
    expect(order).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' });
    expect(order.payments.map(({ captured }) => captured)).toEqual([2699n, 2699n]);
    const events = await eventsOf(shop, first);
    for (const once of ['order.confirmed', 'order.paid', 'payment.needs_refund']) {
      expect(events.filter((type) => type === once)).toEqual([once]);
    }
    const sales = await shop.ctx.db.prisma.stockMovement.count({
      where: { orderId: first.orderId, reason: 'sale' },
    });
    expect(sales).toBe(1);
  });
});

describe('An update that is older than the stored one', () => {
  test.each(['processing', 'requires_action', 'failed', 'pending'] as const)(
    'of a payment that was %s does not undo its success',
    async (status) => {
      const placed = await placeOrder(shop, variantId);
      await shop.confirm(placed.secret);
      await eventually(async () => (await storedOrder(shop, placed)).paymentStatus === 'paid');
      expect(await complete(seen(placed, { status }))).toBe('succeeded');
      expect(await storedOrder(shop, placed)).toMatchObject({
        status: 'confirmed',
        paymentStatus: 'paid',
      });
    },
  );

  test('is corrected by the next read', async () => {
    const placed = await placeOrder(shop, variantId);
    await shop.confirm(placed.secret, 'pm_card_chargeDeclined');
    await eventually(async () => (await storedOrder(shop, placed)).paymentStatus === 'failed');
    await complete(seen(placed, { status: 'processing' }));
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'unpaid' });
    await postOrder(shop, placed, 'payment').expect(200);
    expect(await storedOrder(shop, placed)).toMatchObject({
      paymentStatus: 'failed',
      payments: [{ status: 'failed' }],
    });
    await shop.confirm(placed.secret);
    await eventually(async () => (await storedOrder(shop, placed)).paymentStatus === 'paid');
  });
});

test('The doctor names the payment whose money the ledger cannot record', async () => {
  const [foreign] = await shop.ctx.db.prisma.payment.findMany({
    where: { lastError: { startsWith: '€26.99 instead of' } },
  });
  const broken = assertInvariants(shop.ctx);
  await expect(broken).rejects.toThrow(`${foreign?.id}: succeeded, captured 0`);
});
