import { createProduct } from '../helpers/catalog.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { placePaidOrder, type PlacedOrder } from '../helpers/orders.ts';
import { refund, refundsAtStripe } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff, orderOf } from '../helpers/staff.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const product = await createProduct(shop.ctx, {
    variants: [{ stock: 1000, prices: { USD: 1000 } }],
  });
  variantId = product.variantIds[0] ?? '';
}, 30_000);

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** 5 × 10.00, 5.00 of tax, 5.00 of shipping: 60.00. */
const placeFive = () => placePaidOrder(shop, [{ variantId, quantity: 5 }]);

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

function cancel({ orderId, token }: PlacedOrder) {
  return shop.api
    .post(`/api/v1/orders/${orderId}/cancel`)
    .set({ 'X-Order-Token': token, 'Idempotency-Key': `cancel-${orderId}` });
}

/** Settles every allocation of the order, each by several workers at once. */
async function settleAll({ orderId }: PlacedOrder) {
  const transfers = await shop.ctx.db.prisma.refundTransfer.findMany({
    where: { refund: { orderId } },
  });
  const { refunds } = shop.container.services;
  await Promise.all(
    transfers.flatMap((transfer) =>
      times(3, () => refunds.resumeAllocation(shop.ctx, transfer.id)),
    ),
  );
}

const statuses = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

describe('Refunds at once', () => {
  test('of an amount never exceed what was captured', async () => {
    const placed = await placeFive();
    const answers = await Promise.all(times(20, () => refund(shop, placed, { amount: usd(700) })));
    expect(statuses(answers)).toEqual([...times(8, () => 201), ...times(12, () => 409)]);
    await settleAll(placed);
    const order = await orderOf(shop, placed);
    expect(order.payments).toMatchObject([{ captured: usd(6000), refunded: usd(5600) }]);
    expect(await refundsAtStripe(shop, placed)).toHaveLength(8);
  }, 60_000);

  test('of lines never exceed what was bought, and restock it once', async () => {
    const placed = await placeFive();
    const lines = [{ itemId: placed.itemIds[0], quantity: 1 }];
    const answers = await Promise.all(
      times(20, () => refund(shop, placed, { lines, restock: true })),
    );
    expect(statuses(answers)).toEqual([...times(5, () => 201), ...times(15, () => 409)]);
    await settleAll(placed);
    const order = await orderOf(shop, placed);
    expect(order).toMatchObject({
      paymentStatus: 'partially_refunded',
      payments: [{ refunded: usd(5500) }],
    });
    const returned = await shop.ctx.db.prisma.stockMovement.aggregate({
      where: { orderId: placed.orderId, reason: 'return' },
      _sum: { delta: true },
    });
    expect(returned._sum.delta).toBe(5);
  }, 60_000);

  test('with one key are one', async () => {
    const placed = await placeFive();
    const answers = await Promise.all(
      times(20, () => refund(shop, placed, { amount: usd(700) }, `same-${placed.orderId}`)),
    );
    expect(new Set(statuses(answers))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
    await settleAll(placed);
    expect(await refundsAtStripe(shop, placed)).toHaveLength(1);
  }, 60_000);

  test('and a cancellation together return what was captured', async () => {
    for (let round = 0; round < 5; round++) {
      const placed = await placeFive();
      const [canceled] = await Promise.all([
        cancel(placed),
        ...times(4, (index) =>
          index % 2 === 0
            ? refund(shop, placed, { amount: usd(900) })
            : refund(shop, placed, {
                lines: [{ itemId: placed.itemIds[0], quantity: 2 }],
                restock: true,
              }),
        ),
        cancel(placed),
      ]);
      expect(canceled.status).toBe(200);
      await settleAll(placed);
      const order = await orderOf(shop, placed);
      expect(order).toMatchObject({
        status: 'canceled',
        paymentStatus: 'refunded',
        payments: [{ captured: usd(6000), refunded: usd(6000), refunding: usd(0) }],
      });
      const back = await shop.ctx.db.prisma.stockMovement.aggregate({
        where: { orderId: placed.orderId },
        _sum: { delta: true },
      });
      expect(back._sum.delta).toBe(0);
    }
  }, 60_000);

  test('and webhooks about them are recorded once', async () => {
    const placed = await placeFive();
    await Promise.all(times(4, () => refund(shop, placed, { amount: usd(700) }).expect(201)));
    await shop.control('POST', `payment_intents/${placed.intentId}/refund`, { amount: 300 });
    const { payments } = shop.container.services;
    const { latest_charge: charge } = (await (
      await fetch(`${shop.sandbox.url}/v1/payment_intents/${placed.intentId}`, {
        headers: { Authorization: 'Bearer sk_test_shop' },
      })
    ).json()) as { latest_charge: string };
    await Promise.all([
      settleAll(placed),
      ...times(6, () => payments.syncRefundsOf(shop.ctx, 'stripe', charge)),
      ...times(6, () => payments.syncRefundsOf(shop.ctx, 'stripe', placed.intentId)),
    ]);
    await payments.syncRefundsOf(shop.ctx, 'stripe', charge);
    const order = await orderOf(shop, placed);
    expect(order.refunds).toHaveLength(5);
    expect(order.payments).toMatchObject([{ refunded: usd(3100), refunding: usd(0) }]);
  }, 60_000);

  test('that several people retry are retried once', async () => {
    const placed = await placePaidOrder(shop, [{ variantId, quantity: 1 }], {
      card: 'pm_card_refundFail',
    });
    const { body } = await refund(shop, placed, { amount: usd(1600) }).expect(201);
    await settleAll(placed);
    const [made] = await refundsAtStripe(shop, placed);
    await shop.control('POST', `refunds/${made?.id}/fail`);
    await shop.container.services.payments.syncRefund(shop.ctx, 'stripe', made?.id ?? '');
    const answers = await Promise.all(
      times(10, (index) =>
        shop.api
          .post(`/api/v1/admin/refunds/${body.data.id}/retry`)
          .set({ ...asStaff, 'Idempotency-Key': `retry-${index}` }),
      ),
    );
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
    await settleAll(placed);
    const order = await orderOf(shop, placed);
    expect(order.refunds).toMatchObject([{ status: 'succeeded', transfers: [{ attempt: 2 }] }]);
    expect(await refundsAtStripe(shop, placed)).toHaveLength(2);
  }, 60_000);
});
