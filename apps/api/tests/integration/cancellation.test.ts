import { createProduct } from '../helpers/catalog.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { placeOrder, placePaidOrder, type PlacedOrder } from '../helpers/orders.ts';
import { refund, refundsAtStripe } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff, orderOf, untilPaymentStatus } from '../helpers/staff.ts';

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
  await shop.control('DELETE', 'faults');
  await assertInvariants(shop.ctx);
});

afterAll(() => shop.close());

const usd = (amount: number) => ({ amount, currency: 'USD' });
const placeTwo = () => placePaidOrder(shop, [{ variantId, quantity: 2 }]);

function cancel({ orderId, token }: PlacedOrder, key = `cancel-${orderId}`) {
  return shop.api
    .post(`/api/v1/orders/${orderId}/cancel`)
    .set({ 'X-Order-Token': token, 'Idempotency-Key': key });
}

const stock = async () => {
  const [level] = await shop.ctx.db.prisma.stockLevel.findMany({ where: { variantId } });
  return { onHand: level?.onHand, reserved: level?.reserved };
};

describe('Canceling an order that is paid', () => {
  test('restocks its lines and refunds it in full, with shipping and tax', async () => {
    const before = await stock();
    const placed = await placeTwo();
    const { body } = await cancel(placed).expect(200);
    expect(body.data.status).toBe('canceled');
    expect(await stock()).toEqual(before);
    const order = await untilPaymentStatus(shop, placed, 'refunded');
    expect(order.refunds).toMatchObject([
      {
        status: 'succeeded',
        reason: 'canceled',
        note: 'canceled by the customer',
        amount: usd(2700),
        shipping: usd(500),
        lines: [{ itemId: placed.itemIds[0], quantity: 2, amount: usd(2200) }],
        restocked: true,
        actor: 'guest',
      },
    ]);
    expect(await refundsAtStripe(shop, placed)).toMatchObject([{ amount: 2700 }]);
  });

  test('refunds what earlier refunds have left, and restocks what they have not', async () => {
    const before = await stock();
    const placed = await placeTwo();
    const lines = [{ itemId: placed.itemIds[0], quantity: 1 }];
    await refund(shop, placed, { lines, restock: true }).expect(201);
    await refund(shop, placed, { amount: usd(300) }).expect(201);
    await cancel(placed).expect(200);
    expect(await stock()).toEqual(before);
    const order = await untilPaymentStatus(shop, placed, 'refunded');
    // Of the 16.00 that the lines have left, 3.00 were refunded as an amount.
    expect(order.refunds[2]).toMatchObject({
      amount: usd(1300),
      lines: [{ quantity: 1, amount: usd(1100) }],
      shipping: usd(200),
    });
  });

  test('happens once, however often it is requested', async () => {
    const placed = await placeTwo();
    const answers = await Promise.all(
      ['a', 'b', 'c', 'a', 'b'].map((key) => cancel(placed, `${key}-${placed.orderId}`)),
    );
    expect(
      answers.map(({ status }) => status).filter((status) => status === 200).length,
    ).toBeGreaterThan(0);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    await untilPaymentStatus(shop, placed, 'refunded');
    expect(await refundsAtStripe(shop, placed)).toHaveLength(1);
  });

  test('is refused when some of its lines were sent', async () => {
    const placed = await placeTwo();
    const { orders } = shop.container.services;
    const fulfillment = 'partially_fulfilled' as const;
    await orders.transition(shop.ctx, placed.orderId, { fulfillment, reason: 'for the test' });
    const { body } = await cancel(placed).expect(409);
    expect(body).toMatchObject({
      code: 'state_conflict',
      detail: 'Part of the order has been sent, so it cannot be canceled.',
    });
    expect(await orderOf(shop, placed)).toMatchObject({ status: 'confirmed', refunds: [] });
  });

  test('refunds it when Stripe is up again', async () => {
    const placed = await placePaidOrder(shop, [{ variantId, quantity: 1 }]);
    await shop.control('POST', 'faults', {
      method: 'POST',
      path: '/v1/refunds',
      status: 503,
      times: 1,
    });
    await cancel(placed).expect(200);
    await untilPaymentStatus(shop, placed, 'refunded');
    expect(await refundsAtStripe(shop, placed)).toHaveLength(1);
  });
});

describe('Canceling by staff', () => {
  const cancelAsStaff = (
    { orderId }: Pick<PlacedOrder, 'orderId'>,
    body: object,
    key = `staff-${orderId}`,
  ) =>
    shop.api
      .post(`/api/v1/admin/orders/${orderId}/cancel`)
      .set({ ...asStaff, 'Idempotency-Key': key })
      .send(body);

  test('needs a reason, which the order history shows', async () => {
    const placed = await placeTwo();
    const { body } = await cancelAsStaff(placed, {}).expect(400);
    expect(body.errors).toMatchObject([{ path: 'reason' }]);
    const done = await cancelAsStaff(placed, { reason: 'the parcel got lost' }, 'why').expect(200);
    expect(done.body.data).toMatchObject({
      status: 'canceled',
      refunds: [{ reason: 'canceled', note: 'the parcel got lost', actor: 'adminKey' }],
    });
    const history = await shop.ctx.db.prisma.orderHistory.findMany({
      where: { orderId: placed.orderId, toState: 'canceled' },
    });
    expect(history).toMatchObject([{ reason: 'the parcel got lost', actor: 'adminKey' }]);
    await untilPaymentStatus(shop, placed, 'refunded');
  });

  test('is a 404 for an unknown order, and open to staff only', async () => {
    const none = { orderId: 'ord_00000000000000000000000000' };
    const { body } = await cancelAsStaff(none, { reason: 'gone' }).expect(404);
    expect(body.code).toBe('not_found');
    const stranger = await shop.api
      .post(`/api/v1/admin/orders/${none.orderId}/cancel`)
      .set('Idempotency-Key', 'x')
      .send({ reason: 'gone' });
    expect(stranger.body.code).toBe('unauthorized');
  });
});

describe('Canceling what was not paid by card', () => {
  test('restocks the lines of an order that costs nothing', async () => {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [{ prices: { USD: 0 }, requiresShipping: false, stock: 3 }],
    });
    const placed = await placeOrder(shop, [{ variantId: variantIds[0] ?? '', quantity: 2 }], {
      digital: true,
    });
    const { body } = await cancel(placed).expect(200);
    expect(body.data).toMatchObject({ status: 'canceled', refunds: [] });
    const level = await shop.ctx.db.prisma.stockLevel.findFirst({
      where: { variantId: variantIds[0] ?? '' },
    });
    expect(level).toMatchObject({ onHand: 3, reserved: 0 });
  });

  test('leaves a manual payment to be refunded by staff, who then record it', async () => {
    const placed = await placeOrder(shop, [{ variantId, quantity: 1 }], { provider: 'manual' });
    await shop.api
      .post(`/api/v1/admin/orders/${placed.orderId}/mark-paid`)
      .set({ ...asStaff, 'Idempotency-Key': 'cash' })
      .expect(200);
    await cancel(placed).expect(200);
    const order = await orderOf(shop, placed);
    expect(order).toMatchObject({
      paymentStatus: 'paid',
      payments: [{ refunding: usd(1600), refunded: usd(0) }],
      refunds: [{ status: 'needs_person', transfers: [{ status: 'pending' }] }],
    });
    const workflow = await shop.ctx.db.prisma.workflow.findFirst({
      where: { subjectId: order.refunds[0]?.id ?? '' },
    });
    expect(workflow?.lastError).toBe('it is to be paid back by hand');
    const done = await shop.api
      .post(`/api/v1/admin/refunds/${order.refunds[0]?.id}/retry`)
      .set({ ...asStaff, 'Idempotency-Key': 'cash-back' })
      .expect(200);
    expect(done.body.data).toMatchObject({ status: 'succeeded' });
    expect(await orderOf(shop, placed)).toMatchObject({ paymentStatus: 'refunded' });
  });
});
