import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { balancesOf, issueCard } from '../helpers/credit.ts';
import { placedOf, placeOrder, placePaidOrder, type PlacedOrder } from '../helpers/orders.ts';
import { refund, refundsAtStripe, settleRefunds } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff, orderOf } from '../helpers/staff.ts';

let shop: SalesApp;
let variantId: string;
let gift: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const { variantIds } = await createProduct(shop.ctx, {
    variants: [
      { stock: 100, prices: { USD: 1000 } },
      { stock: 100, prices: { USD: 0 } },
    ],
  });
  [variantId = '', gift = ''] = variantIds;
}, 30_000);

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** 3 × 10.00, 3.00 of tax, 5.00 of shipping: 38.00. */
const placeThree = () => placePaidOrder(shop, [{ variantId, quantity: 3 }]);

/** Units sold for the order, minus restocked ones. */
async function unitsOut({ orderId }: PlacedOrder): Promise<number> {
  const { _sum: sum } = await shop.ctx.db.prisma.stockMovement.aggregate({
    where: { orderId },
    _sum: { delta: true },
  });
  return 0 - (sum.delta ?? 0);
}

/** Refunds returned goods. @returns the refunded amount. */
async function comeBack(placed: PlacedOrder, quantity: number, itemId = placed.itemIds[0]) {
  const lines = [{ itemId, quantity }];
  const { body } = await refund(shop, placed, { lines, restock: true }).expect(201);
  return body.data as { id: string; status: string; amount: { amount: number }; transfers: [] };
}

describe('Goods that are returned after a goodwill refund', () => {
  test('are restocked, and what is left is refunded', async () => {
    const placed = await placeThree();
    await refund(shop, placed, { amount: usd(1000), note: 'a scratch' }).expect(201);
    expect((await comeBack(placed, 3)).amount).toEqual(usd(2800));
    expect(await unitsOut(placed)).toBe(0);
    await settleRefunds(shop, placed);
    const order = await orderOf(shop, placed);
    expect(order).toMatchObject({
      paymentStatus: 'refunded',
      payments: [{ captured: usd(3800), refunded: usd(3800), refunding: usd(0) }],
    });
    const atStripe = await refundsAtStripe(shop, placed);
    expect(atStripe.map(({ amount }) => amount)).toEqual([2800, 1000]);
  });

  test('one by one are refunded with what is left, and at last with nothing', async () => {
    const placed = await placeThree();
    await refund(shop, placed, { amount: usd(2000) }).expect(201);
    expect((await comeBack(placed, 1)).amount).toEqual(usd(1100));
    expect((await comeBack(placed, 1)).amount).toEqual(usd(700));
    const last = await comeBack(placed, 1);
    expect(last).toMatchObject({ status: 'succeeded', amount: usd(0), transfers: [] });
    expect(await unitsOut(placed)).toBe(0);
    await settleRefunds(shop, placed);
    expect(await orderOf(shop, placed)).toMatchObject({ paymentStatus: 'refunded' });
    const lines = [{ itemId: placed.itemIds[0], quantity: 1 }];
    await refund(shop, placed, { lines, restock: true }).expect(409);
    const { body } = await shop.api
      .post(`/api/v1/admin/refunds/${last.id}/retry`)
      .set({ ...asStaff, 'Idempotency-Key': 'retry-of-nothing' })
      .expect(409);
    expect(body.code).toBe('state_conflict');
    const read = await shop.api.get(`/api/v1/admin/refunds/${last.id}`).set(asStaff).expect(200);
    expect(read.body.data).toMatchObject({ status: 'succeeded', restocked: true, transfers: [] });
  });

  test('without money send no mail, and wait for no provider', async () => {
    const placed = await placeThree();
    await refund(shop, placed, { amount: usd(3800) }).expect(201);
    const { id } = await comeBack(placed, 2);
    const { prisma } = shop.ctx.db;
    expect(
      await prisma.event.count({ where: { payload: { path: ['refundId'], equals: id } } }),
    ).toBe(0);
    expect(await prisma.workflow.findFirst({ where: { subjectId: id } })).toMatchObject({
      state: 'succeeded',
    });
  });

  test('are restocked once under one key', async () => {
    const placed = await placeThree();
    await refund(shop, placed, { amount: usd(3800) }).expect(201);
    const lines = [{ itemId: placed.itemIds[0], quantity: 1 }];
    const ask = () => refund(shop, placed, { lines, restock: true }, `back-${placed.orderId}`);
    const answers = [await ask().expect(201), await ask().expect(201)];
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await unitsOut(placed)).toBe(2);
  });

  test('are not refunded by a disputed payment', async () => {
    const placed = await placeThree();
    await refund(shop, placed, { amount: usd(1000) }).expect(201);
    await settleRefunds(shop, placed);
    await shop.control('POST', `payment_intents/${placed.intentId}/dispute`);
    const disputes = (await (
      await fetch(`${shop.sandbox.url}/v1/disputes?payment_intent=${placed.intentId}`, {
        headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
      })
    ).json()) as { data: { id: string }[] };
    await shop.container.services.disputes.sync(shop.ctx, 'stripe', disputes.data[0]?.id ?? '');
    const lines = [{ itemId: placed.itemIds[0], quantity: 3 }];
    const { body } = await refund(shop, placed, { lines, restock: true }).expect(409);
    expect(body.code).toBe('refund_exceeds_payment');
    expect(await unitsOut(placed)).toBe(3);
  });

  test('are refunded to card and gift card, as far as each has money left', async () => {
    const card = await issueCard(shop, 1500);
    const cartId = await shop.readyCart([{ variantId, quantity: 3 }]);
    const terms = { paymentProvider: 'stripe', giftCards: [card.code] };
    const placed = placedOf((await shop.checkout(cartId, terms).expect(201)).body.data);
    await shop.confirm(placed.secret);
    await shop.container.services.payments.sync(shop.ctx, 'stripe', placed.intentId);
    await refund(shop, placed, { amount: usd(2500) }).expect(201);
    expect((await comeBack(placed, 3)).amount).toEqual(usd(1300));
    await settleRefunds(shop, placed);
    expect(await balancesOf(shop, [card])).toEqual([1500]);
    expect(await orderOf(shop, placed)).toMatchObject({ paymentStatus: 'refunded' });
  });

  test('are also restocked for an order with manual payment', async () => {
    const placed = await placeOrder(shop, [{ variantId, quantity: 3 }], { provider: 'manual' });
    await shop.api
      .post(`/api/v1/admin/orders/${placed.orderId}/mark-paid`)
      .set({ ...asStaff, 'Idempotency-Key': `paid-${placed.orderId}` })
      .send({ note: 'bank statement of today' })
      .expect(200);
    await refund(shop, placed, { amount: usd(1000) }).expect(201);
    expect(await comeBack(placed, 3)).toMatchObject({ status: 'succeeded', amount: usd(2800) });
    expect(await unitsOut(placed)).toBe(0);
  });
});

test('A free line beside paid ones is restocked', async () => {
  const placed = await placePaidOrder(shop, [
    { variantId, quantity: 1 },
    { variantId: gift, quantity: 1 },
  ]);
  const back = await comeBack(placed, 1, placed.itemIds[1]);
  expect(back).toMatchObject({ status: 'succeeded', amount: usd(0) });
  expect(await unitsOut(placed)).toBe(1);
});
