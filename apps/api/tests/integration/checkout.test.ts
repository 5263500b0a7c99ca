import { createProduct } from '../helpers/catalog.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { balancesOf, issueCard } from '../helpers/credit.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let tee: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const product = await createProduct(shop.ctx, {
    title: 'Tee',
    variants: [{ prices: { USD: 1999 }, stock: 100, sku: 'TEE' }],
  });
  tee = product.variantIds[0] ?? '';
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** The stock of a variant over all locations. */
async function stockOf(variantId: string) {
  const levels = await shop.ctx.db.prisma.stockLevel.findMany({ where: { variantId } });
  const sum = (pick: (level: (typeof levels)[number]) => number) =>
    levels.reduce((total, level) => total + pick(level), 0);
  return { onHand: sum(({ onHand }) => onHand), reserved: sum(({ reserved }) => reserved) };
}

describe('POST /carts/:cartId/checkout', () => {
  test('turns the cart into an order and opens its payment', async () => {
    const before = await stockOf(tee);
    const cartId = await shop.readyCart([{ variantId: tee, quantity: 2 }]);
    const { body, headers } = await shop.checkout(cartId).expect(201);
    const { order, payment, orderToken } = body.data;
    expect(headers['location']).toBe(`/api/v1/orders/${order.id}`);
    expect(order).toMatchObject({
      number: expect.any(Number),
      cartId,
      status: 'pending',
      paymentStatus: 'unpaid',
      fulfillmentStatus: 'unfulfilled',
      email: 'ada@example.com',
      totals: {
        subtotal: { amount: 3998, currency: 'USD' },
        shipping: { amount: 500, currency: 'USD' },
        tax: { amount: 400, currency: 'USD' },
        total: { amount: 4898, currency: 'USD' },
      },
      items: [{ variantId: tee, title: 'Tee', sku: 'TEE', quantity: 2 }],
      billingAddress: address,
      shippingOption: { name: 'Parcel', amount: { amount: 500, currency: 'USD' } },
    });
    expect(payment).toEqual({
      id: expect.stringMatching(/^pay_/),
      provider: 'stripe',
      status: 'pending',
      amount: { amount: 4898, currency: 'USD' },
      clientSecret: expect.stringMatching(/^pi_\w+_secret_\w+$/),
      publishableKey: 'pk_test_shop',
      apiBase: shop.sandbox.url,
    });
    expect(orderToken).toMatch(/^[\w-]{43}$/);
    expect(await stockOf(tee)).toEqual({ ...before, reserved: before.reserved + 2 });
    const dueIn = Date.parse(order.expiresAt) - Date.parse(order.placedAt);
    expect(dueIn).toBe(30 * 60_000);
  });

  test('takes at most 12 statements, BEGIN and COMMIT included', async () => {
    const cartId = await shop.readyCart([{ variantId: tee, quantity: 1 }]);
    const { headers } = await shop.checkout(cartId).expect(201);
    const statements = Number(/(\d+) statements/.exec(String(headers['server-timing']))?.[1]);
    expect(statements).toBeLessThanOrEqual(12);
  });

  test('gives the same answer to the same key, order token included', async () => {
    const cartId = await shop.readyCart([{ variantId: tee, quantity: 1 }]);
    const first = await shop.checkout(cartId, undefined, 'same-key').expect(201);
    const second = await shop.checkout(cartId, undefined, 'same-key').expect(201);
    expect(second.text).toBe(first.text);
    expect(second.headers['idempotent-replayed']).toBe('true');
  });

  test('names the existing order to a request with another key', async () => {
    const cartId = await shop.readyCart([{ variantId: tee, quantity: 1 }]);
    const { body } = await shop.checkout(cartId).expect(201);
    const again = await shop.checkout(cartId).expect(409);
    expect(again.body).toMatchObject({ code: 'cart_completed', orderId: body.data.order.id });
  });

  test('needs an Idempotency-Key', async () => {
    const cartId = await shop.readyCart([{ variantId: tee, quantity: 1 }]);
    const { body } = await shop.api
      .post(`/api/v1/carts/${cartId}/checkout`)
      .send({ paymentProvider: 'stripe' })
      .expect(400);
    expect(body.code).toBe('idempotency_key_required');
  });

  test('names everything that is missing at once', async () => {
    const { body } = await shop.api.post('/api/v1/carts').send({}).expect(201);
    const refused = await shop.checkout(body.data.id).expect(422);
    expect(refused.body.code).toBe('cart_incomplete');
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'items',
      'email',
    ]);

    const filled = await shop.api
      .post('/api/v1/carts')
      .send({ items: [{ variantId: tee, quantity: 1 }] })
      .expect(201);
    const more = await shop.checkout(filled.body.data.id).expect(422);
    expect(more.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'email',
      'shippingAddress',
      'shippingOptionId',
    ]);
  });

  test('refuses a line that is no longer for sale', async () => {
    const { id, variantIds } = await createProduct(shop.ctx);
    const cartId = await shop.readyCart([{ variantId: variantIds[0] ?? '', quantity: 1 }]);
    await shop.ctx.db.prisma.product.update({ where: { id }, data: { status: 'archived' } });
    const { body } = await shop.checkout(cartId).expect(422);
    expect(body).toMatchObject({
      code: 'cart_incomplete',
      errors: [{ path: 'items.0', code: 'variant_unavailable' }],
    });
  });

  test('refuses unknown carts, providers and members', async () => {
    await shop.checkout('cart_00000000000000000000000000000000000000').expect(404);
    const cartId = await shop.readyCart([{ variantId: tee, quantity: 1 }]);
    const { body } = await shop.checkout(cartId, { paymentProvider: 'cheque', tip: 1 }).expect(400);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'paymentProvider',
      'tip',
    ]);
  });

  test('names every line that is short of stock and what is left, and changes nothing', async () => {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [{ stock: 3 }, { stock: 5 }, { stock: 9 }],
    });
    const [a = '', b = '', c = ''] = variantIds;
    const cartId = await shop.readyCart(
      variantIds.map((variantId) => ({ variantId, quantity: 3 })),
    );
    await shop.ctx.db.prisma
      .$executeRaw`UPDATE stock_levels SET on_hand = 1 WHERE variant_id IN (${a}, ${b})`;
    await shop.ctx.db.prisma
      .$executeRaw`INSERT INTO stock_movements (id, variant_id, location_id, delta, reason)
      SELECT 'mov_' || variant_id, variant_id, location_id, CASE variant_id WHEN ${a} THEN -2 ELSE -4 END, 'adjustment'
      FROM stock_levels WHERE variant_id IN (${a}, ${b})`;
    const { body } = await shop.checkout(cartId).expect(409);
    expect(body.code).toBe('out_of_stock');
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'items.0.quantity',
      'items.1.quantity',
    ]);
    expect(body.shortages).toEqual([
      { variantId: a, requested: 3, available: 1 },
      { variantId: b, requested: 3, available: 1 },
    ]);
    expect(await stockOf(c)).toEqual({ onHand: 9, reserved: 0 });
    expect(await shop.ctx.db.prisma.order.count({ where: { cartId } })).toBe(0);
  });
});

describe('With If-Match', () => {
  const cartOf = async (cartId: string) => {
    const { headers } = await shop.api.get(`/api/v1/carts/${cartId}`).expect(200);
    return { path: `/api/v1/carts/${cartId}`, etag: headers['etag'] ?? '' };
  };

  test('a cart that another tab has written to is not bought', async () => {
    const cartId = await shop.readyCart([{ variantId: tee, quantity: 1 }]);
    const { path, etag } = await cartOf(cartId);
    await shop.api.post(`${path}/items`).send({ variantId: tee, quantity: 4 }).expect(201);
    const { body, headers } = await shop.checkout(cartId).set('If-Match', etag).expect(412);
    expect(body.code).toBe('precondition_failed');
    expect(headers['etag']).toBe((await cartOf(cartId)).etag);
    await shop
      .checkout(cartId)
      .set('If-Match', headers['etag'] ?? '')
      .expect(201);
  });

  test('a cart whose prices have changed is bought by the entity tag of the refusal', async () => {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [{ prices: { USD: 1000 }, stock: 5 }],
    });
    const [variantId = ''] = variantIds;
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const { etag } = await cartOf(cartId);
    await shop.ctx.db.prisma.price.updateMany({ where: { variantId }, data: { amount: 1100 } });
    const refused = await shop.checkout(cartId).set('If-Match', etag).expect(409);
    expect(refused.body.code).toBe('price_changed');
    await shop.checkout(cartId).set('If-Match', etag).expect(412);
    await shop
      .checkout(cartId)
      .set('If-Match', refused.headers['etag'] ?? '')
      .expect(201);
  });
});

describe('A price that changed between cart and checkout', () => {
  async function repricedCart() {
    const { variantIds } = await createProduct(shop.ctx, { variants: [{ prices: { USD: 1000 } }] });
    const [variantId = ''] = variantIds;
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    await shop.ctx.db.prisma.price.updateMany({ where: { variantId }, data: { amount: 1200 } });
    return cartId;
  }

  test('is refused with the current cart, and passes at the next attempt', async () => {
    const cartId = await repricedCart();
    const { body } = await shop.checkout(cartId).expect(409);
    expect(body).toMatchObject({
      code: 'price_changed',
      cart: { id: cartId, totals: { total: { amount: 1820, currency: 'USD' } } },
    });
    const passed = await shop.checkout(cartId).expect(201);
    expect(passed.body.data.order.totals.total.amount).toBe(1820);
  });

  test.each([
    [
      'shipping',
      () => shop.ctx.db.prisma.shippingRate.updateMany({ data: { amount: 700 } }),
      () => shop.ctx.db.prisma.shippingRate.updateMany({ data: { amount: 500 } }),
    ],
    [
      'tax',
      () => shop.ctx.db.prisma.taxRate.updateMany({ data: { ratePpm: 200_000 } }),
      () => shop.ctx.db.prisma.taxRate.updateMany({ data: { ratePpm: 100_000 } }),
    ],
  ])('is also refused when it is that of %s', async (_what, raise, restore) => {
    const cartId = await shop.readyCart([{ variantId: tee, quantity: 1 }]);
    const before = await shop.api.get(`/api/v1/carts/${cartId}`).expect(200);
    await raise();
    try {
      const { body } = await shop.checkout(cartId).expect(409);
      expect(body.code).toBe('price_changed');
      const now = body.cart.totals.total;
      expect(now.amount).toBeGreaterThan(before.body.data.totals.total.amount);
      const passed = await shop.checkout(cartId).expect(201);
      expect(passed.body.data.payment.amount).toEqual(now);
    } finally {
      await restore();
    }
  });

  test('raises the version of the cart when it is refused: an older read must be repeated', async () => {
    const cartId = await repricedCart();
    const path = `/api/v1/carts/${cartId}`;
    const { headers } = await shop.api.get(path).expect(200);
    const { body } = await shop.checkout(cartId).expect(409);
    const now = await shop.api.get(path).expect(200);
    expect(now.body.data).toEqual(body.cart);
    const stale = await shop.api.patch(path).set('If-Match', String(headers['etag'])).send({});
    expect(stale.body.code).toBe('precondition_failed');
  });

  test('passes when the shopper expects exactly that total', async () => {
    const cartId = await repricedCart();
    const expectedTotal = { amount: 1820, currency: 'USD' };
    const { body } = await shop
      .checkout(cartId, { paymentProvider: 'stripe', expectedTotal })
      .expect(201);
    expect(body.data.payment.amount).toEqual(expectedTotal);
  });

  test('leaves the completed cart at the prices of the order, whatever changes later', async () => {
    const cartId = await repricedCart();
    const expectedTotal = { amount: 1820, currency: 'USD' };
    const { body } = await shop
      .checkout(cartId, { paymentProvider: 'stripe', expectedTotal })
      .expect(201);
    const { order } = body.data;
    const { prisma } = shop.ctx.db;
    await prisma.shippingRate.updateMany({ data: { amount: 700 } });
    await prisma.taxRate.updateMany({ data: { ratePpm: 200_000, inclusive: true } });
    await prisma.price.updateMany({
      where: { variantId: order.items[0].variantId },
      data: { amount: 1300 },
    });
    const { body: read } = await shop.api.get(`/api/v1/carts/${cartId}`).expect(200);
    await prisma.shippingRate.updateMany({ data: { amount: 500 } });
    await prisma.taxRate.updateMany({ data: { ratePpm: 100_000, inclusive: false } });
    const [{ unitPrice, tax, total }] = order.items;
    expect(read.data).toMatchObject({
      status: 'completed',
      totals: order.totals,
      taxInclusive: order.taxInclusive,
      shippingOption: order.shippingOption,
      items: [{ unitPrice, tax, total }],
    });
  });

  test.each([
    ['another amount', { amount: 1819, currency: 'USD' }],
    ['another currency', { amount: 1820, currency: 'EUR' }],
  ])('is refused when %s is expected', async (_what, expectedTotal) => {
    const cartId = await repricedCart();
    const { body } = await shop
      .checkout(cartId, { paymentProvider: 'stripe', expectedTotal })
      .expect(409);
    expect(body.code).toBe('price_changed');
  });
});

describe('Orders that need no second step', () => {
  test('a manual one is confirmed at once and its stock committed', async () => {
    const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 5 }] });
    const [variantId = ''] = variantIds;
    const cartId = await shop.readyCart([{ variantId, quantity: 2 }]);
    const { body } = await shop.checkout(cartId, { paymentProvider: 'manual' }).expect(201);
    expect(body.data.order).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'unpaid',
      expiresAt: null,
    });
    expect(body.data.payment).not.toHaveProperty('clientSecret');
    expect(await stockOf(variantId)).toEqual({ onHand: 3, reserved: 0 });
  });

  test('a manual one is refused where the shop does not offer it, naming what it offers', async () => {
    const cautious = await startSalesApp({ env: { PAYMENT_PROVIDERS: 'stripe' } });
    const { variantIds } = await createProduct(cautious.ctx, { variants: [{ stock: 5 }] });
    const [variantId = ''] = variantIds;
    const cartId = await cautious.readyCart([{ variantId, quantity: 2 }]);
    const { body } = await cautious.checkout(cartId, { paymentProvider: 'manual' }).expect(422);
    expect(body).toMatchObject({
      code: 'payment_provider_unavailable',
      detail: 'This shop does not offer manual; it offers stripe.',
      errors: [{ path: 'paymentProvider', message: 'must be one of stripe' }],
    });
    await cautious.checkout(cartId).expect(201);
    await cautious.close();
  });

  test('one that costs nothing is confirmed and paid', async () => {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [{ prices: { USD: 0 }, requiresShipping: false, inventoryTracked: false }],
    });
    const cartId = await shop.readyCart([{ variantId: variantIds[0] ?? '', quantity: 1 }], {
      shippingOptionId: null,
    });
    const { body } = await shop.checkout(cartId).expect(201);
    expect(body.data.order).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' });
    expect(body.data.payment).toMatchObject({ provider: 'none', status: 'succeeded' });
  });
});

describe('An amount that Stripe does not take', () => {
  async function cartAt(amount: number) {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [{ prices: { USD: amount }, requiresShipping: false, taxable: false, stock: 1 }],
    });
    const [variantId = ''] = variantIds;
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }], { shippingOptionId: null });
    return { cartId, variantId };
  }

  test('is refused before anything is ordered when it is too small', async () => {
    const { cartId, variantId } = await cartAt(49);
    const { body } = await shop.checkout(cartId).expect(422);
    expect(body).toMatchObject({
      code: 'amount_too_small',
      detail: 'Less than $0.50 cannot be paid with stripe, and the amount is $0.49.',
      errors: [{ path: 'paymentProvider', message: 'accepts $0.50 or more' }],
    });
    expect(await shop.ctx.db.prisma.order.count({ where: { cartId } })).toBe(0);
    expect(await stockOf(variantId)).toEqual({ onHand: 1, reserved: 0 });
    await shop.checkout(cartId, { paymentProvider: 'manual' }).expect(201);
  });

  test('is refused before anything is ordered when it is too large, also as a sum of small amounts', async () => {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [
        { prices: { USD: 99_999_999 }, requiresShipping: false, taxable: false, stock: 2 },
      ],
    });
    const [variantId = ''] = variantIds;
    const cartOf = (quantity: number) =>
      shop.readyCart([{ variantId, quantity }], { shippingOptionId: null });
    const cartId = await cartOf(2);
    const { body } = await shop.checkout(cartId).expect(422);
    expect(body).toMatchObject({
      code: 'amount_too_large',
      detail:
        'More than $999,999.99 at once cannot be paid with stripe, and the amount is $1,999,999.98.',
      errors: [{ path: 'paymentProvider', message: 'accepts $999,999.99 or less at once' }],
    });
    expect(await shop.ctx.db.prisma.order.count({ where: { cartId } })).toBe(0);
    expect(await stockOf(variantId)).toEqual({ onHand: 2, reserved: 0 });
    const one = await shop.checkout(await cartOf(1)).expect(201);
    expect(one.body.data.payment).toMatchObject({ status: 'pending' });
  });

  test('is judged by what is left after a gift card', async () => {
    const { cartId } = await cartAt(100_000_000);
    const card = await issueCard(shop, 1);
    await shop.checkout(cartId).expect(422);
    const terms = { paymentProvider: 'stripe', giftCards: [card.code] };
    const { body } = await shop.checkout(cartId, terms).expect(201);
    expect(body.data.payment).toMatchObject({
      status: 'pending',
      amount: { amount: 99_999_999, currency: 'USD' },
    });
    expect(await balancesOf(shop, [card])).toEqual([0]);
  });

  test('is accepted from the smallest on', async () => {
    const { cartId } = await cartAt(50);
    const { body } = await shop.checkout(cartId).expect(201);
    expect(body.data.payment).toMatchObject({ status: 'pending', amount: { amount: 50 } });
  });

  test('shows the reason that Stripe gives, in the order and in the payment', async () => {
    await shop.control('POST', 'faults', { path: '/v1/payment_intents', status: 400 });
    const { cartId } = await cartAt(1000);
    const { body } = await shop.checkout(cartId).expect(201);
    const lastError = expect.stringMatching(/\w/);
    expect(body.data.payment).toMatchObject({ status: 'failed', lastError });
    expect(body.data.order).toMatchObject({
      status: 'pending',
      paymentStatus: 'failed',
      payments: [{ status: 'failed', lastError }],
    });
  });
});

describe('When Stripe is down', () => {
  test('the order is placed, and the client secret comes later', async () => {
    await shop.control('POST', 'faults', { path: '/v1/payment_intents', status: 503 });
    const cartId = await shop.readyCart([{ variantId: tee, quantity: 1 }]);
    const { body } = await shop.checkout(cartId).expect(201);
    const { order, payment, orderToken } = body.data;
    expect(order.status).toBe('pending');
    expect(payment).toMatchObject({ status: 'pending' });
    expect(payment).not.toHaveProperty('clientSecret');
    const later = await shop.api
      .post(`/api/v1/orders/${order.id}/payment`)
      .set({ 'X-Order-Token': orderToken, 'Idempotency-Key': 'later' })
      .expect(200);
    expect(later.body.data).toMatchObject({ id: payment.id, clientSecret: expect.any(String) });
  });

  test('a checkout that failed after its commit is resumed by the same key', async () => {
    const cartId = await shop.readyCart([{ variantId: tee, quantity: 1 }]);
    const { payments } = shop.container.services;
    // As if the process crashed between the two steps.
    jest.spyOn(payments, 'begin').mockRejectedValueOnce(new Error('gone'));
    await shop.checkout(cartId, undefined, 'resumed').expect(500);
    const { body } = await shop.checkout(cartId, undefined, 'resumed').expect(201);
    expect(body.data.order.cartId).toBe(cartId);
    expect(body.data.payment.clientSecret).toEqual(expect.any(String));
    await shop.api
      .get(`/api/v1/orders/${body.data.order.id}`)
      .set('X-Order-Token', body.data.orderToken)
      .expect(200);
    await shop.checkout(cartId, undefined, 'another').expect(409);
  });
});
