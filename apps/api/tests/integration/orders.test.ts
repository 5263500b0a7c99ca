import { createProduct } from '../helpers/catalog.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { placedOf, placeOrder as placeOrderOf, type PlacedOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const product = await createProduct(shop.ctx, { variants: [{ stock: 100 }] });
  variantId = product.variantIds[0] ?? '';
});

afterEach(async () => {
  await shop.control('DELETE', 'faults');
  await assertInvariants(shop.ctx);
});

afterAll(() => shop.close());

async function placeOrder(paymentProvider = 'stripe') {
  const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
  const { body } = await shop.checkout(cartId, { paymentProvider }).expect(201);
  return { ...placedOf(body.data), order: body.data.order };
}

function cancel(
  { orderId, token }: Pick<PlacedOrder, 'orderId' | 'token'>,
  key = `cancel-${orderId}`,
) {
  return shop.api
    .post(`/api/v1/orders/${orderId}/cancel`)
    .set({ 'X-Order-Token': token, 'Idempotency-Key': key });
}

const reservedUnits = async () => {
  const [level] = await shop.ctx.db.prisma.stockLevel.findMany({ where: { variantId } });
  return { onHand: level?.onHand, reserved: level?.reserved };
};

describe('GET /orders/:orderId', () => {
  test('shows the order to a guest with its token, without secrets', async () => {
    const { orderId: id, order, token } = await placeOrder();
    const { body, headers, text } = await shop.api
      .get(`/api/v1/orders/${id}`)
      .set('X-Order-Token', token)
      .expect(200);
    expect(body.data).toEqual(order);
    expect(text).not.toMatch(/secret/i);
    expect(headers['cache-control']).toBe('private, no-store');
    await shop.api
      .get(`/api/v1/orders/${id}`)
      .set({ 'X-Order-Token': token, 'If-None-Match': String(headers['etag']) })
      .expect(304);
  });

  test.each(['', '/history'])(
    'is the same 404%s for a missing token, a wrong token and a missing order',
    async (sub) => {
      const { orderId: id } = await placeOrder();
      const { token: other } = await placeOrder();
      const answers = [
        await shop.api.get(`/api/v1/orders/${id}${sub}`).expect(404),
        await shop.api.get(`/api/v1/orders/${id}${sub}`).set('X-Order-Token', other).expect(404),
        await shop.api
          .get(`/api/v1/orders/ord_00000000000000000000000000${sub}`)
          .set('X-Order-Token', other)
          .expect(404),
      ];
      expect(new Set(answers.map(({ body }) => body.detail)).size).toBe(1);
    },
  );

  test('shows a customer only their own orders', async () => {
    const { orderId: id } = await placeOrder();
    const { orders } = shop.container.services;
    await shop.ctx.db.prisma.order.update({ where: { id }, data: { customerId: 'cus_ada' } });
    const as = (customer: string) => ({
      ...shop.ctx,
      actor: { kind: 'customer' as const, id: customer },
    });
    expect(await orders.getForShopper(as('cus_ada'), id, undefined)).toMatchObject({ id });
    await expect(orders.getForShopper(as('cus_eve'), id, undefined)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('takes one statement', async () => {
    const { orderId: id, token } = await placeOrder();
    const { headers } = await shop.api
      .get(`/api/v1/orders/${id}`)
      .set('X-Order-Token', token)
      .expect(200);
    expect(headers['server-timing']).toContain('1 statements');
  });
});

describe('POST /orders/:orderId/cancel', () => {
  test('cancels the payment at Stripe and releases the stock', async () => {
    const before = await reservedUnits();
    const placed = await placeOrder();
    const { body } = await cancel(placed).expect(200);
    expect(body.data).toMatchObject({ status: 'canceled', payments: [{ status: 'canceled' }] });
    expect(await reservedUnits()).toEqual(before);
    expect((await shop.confirm(placed.secret)).error?.payment_intent?.status).toBe('canceled');
    const replay = await cancel(placed).expect(200);
    expect(replay.headers['idempotent-replayed']).toBe('true');
    const again = await cancel(placed, 'another-key').expect(409);
    expect(again.body.detail).toMatch(/is canceled/);
  });

  test('restocks the lines of a manual order', async () => {
    const before = await reservedUnits();
    const placed = await placeOrder('manual');
    await cancel(placed).expect(200);
    expect(await reservedUnits()).toEqual(before);
  });

  test('cancels an order that cost nothing, until it is shipped', async () => {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [{ prices: { USD: 0 }, requiresShipping: false, stock: 5 }],
    });
    const [gift = ''] = variantIds;
    const onHand = async () =>
      (await shop.ctx.db.prisma.stockLevel.findFirstOrThrow({ where: { variantId: gift } })).onHand;
    const placeFree = () =>
      placeOrderOf(shop, [{ variantId: gift, quantity: 2 }], { digital: true });
    const [kept, shipped] = [await placeFree(), await placeFree()];
    expect(await onHand()).toBe(1);
    const { body } = await cancel(kept).expect(200);
    expect(body.data).toMatchObject({ status: 'canceled' });
    expect(await onHand()).toBe(3);

    const { orders } = shop.container.services;
    await orders.transition(shop.ctx, shipped.orderId, {
      fulfillment: 'fulfilled',
      reason: 'sent',
    });
    const refused = await cancel(shipped).expect(409);
    expect(refused.body.code).toBe('state_conflict');
    expect(await onHand()).toBe(3);
  });

  test('refunds an order that was paid at Stripe, even if the shop has not recorded that yet', async () => {
    const before = await reservedUnits();
    const placed = await placeOrder();
    await shop.confirm(placed.secret);
    const { body } = await cancel(placed).expect(200);
    expect(body.data).toMatchObject({
      status: 'canceled',
      paymentStatus: 'paid',
      payments: [{ status: 'succeeded' }],
      refunds: [{ status: 'pending', amount: { amount: 2699, currency: 'USD' } }],
    });
    expect(await reservedUnits()).toEqual(before);
  });

  test('changes nothing while Stripe is down, and then works with the same key', async () => {
    const placed = await placeOrder();
    await shop.control('POST', 'faults', { path: '*/cancel', status: 503, times: 99 });
    const { headers } = await cancel(placed).expect(503);
    expect(headers['retry-after']).toBe('5');
    await shop.control('DELETE', 'faults');
    const { body } = await cancel(placed).expect(200);
    expect(body.data.status).toBe('canceled');
  });

  test('is a 404 without the token', async () => {
    const { orderId: id } = await placeOrder();
    const { body } = await cancel({ orderId: id, token: 'guess' }).expect(404);
    expect(body.code).toBe('not_found');
  });
});
