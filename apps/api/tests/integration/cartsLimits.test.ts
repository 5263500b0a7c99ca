import { newId } from '../../src/kernel/ids.ts';
import type { TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { addressIn, createVariant, openCart, startCartShop } from '../helpers/carts.ts';

describe('A cart refuses', () => {
  let shop: TestApp;
  let variantId: string;

  beforeAll(async () => {
    shop = await startCartShop();
    variantId = await createVariant(shop, { stock: 20_000 });
  });
  afterAll(() => shop.close());

  /** Sends a request that is malformed. @returns the paths of its errors, each once. */
  async function pathsOf(method: 'post' | 'patch', path: string, body: object): Promise<string[]> {
    const response = await shop.api[method](`/api/v1/carts${path}`).send(body);
    expect([response.status, response.body.code]).toEqual([400, 'validation_failed']);
    return [...new Set((response.body.errors as { path: string }[]).map((error) => error.path))];
  }

  test.each([
    ['negative', -1],
    ['none', 0],
    ['a fraction', 1.5],
    ['far too many', 1e9],
    ['beyond what is exact', 1e300],
    ['text', '1'],
    ['null', null],
    ['a list', [1]],
  ])('a quantity that is %s', async (_name, quantity) => {
    const { id } = await openCart(shop);
    expect(await pathsOf('post', `/${id}/items`, { variantId, quantity })).toEqual(['quantity']);
    expect(await pathsOf('post', '', { items: [{ variantId, quantity }] })).toEqual([
      'items.0.quantity',
    ]);
  });

  test.each([
    ['an unknown member', { note: 'hi' }, 'note'],
    [
      'an unknown member of an item',
      { items: [{ variantId: newId('variant'), quantity: 1, price: 1 }] },
      'items.0.price',
    ],
    ['a price that the client would like', { totals: { total: 1 } }, 'totals'],
    [
      'an id of another kind',
      { items: [{ variantId: newId('product'), quantity: 1 }] },
      'items.0.variantId',
    ],
    ['NUL in an id', { items: [{ variantId: 'var_\u0000', quantity: 1 }] }, 'items.0.variantId'],
    ['an e-mail address without @', { email: 'ada' }, 'email'],
    ['half a surrogate pair', { promotionCodes: ['\ud800'] }, 'promotionCodes.0'],
    ['NUL in an e-mail address', { email: 'a\u0000@example.com' }, 'email'],
    [
      'NUL in an address',
      { shippingAddress: { ...addressIn('US'), city: 'A\u0000B' } },
      'shippingAddress.city',
    ],
    [
      'a country that does not exist',
      { shippingAddress: addressIn('XX') },
      'shippingAddress.country',
    ],
    ['a country in small letters', { billingAddress: addressIn('us') }, 'billingAddress.country'],
    [
      'an unknown member of an address',
      { billingAddress: { ...addressIn('US'), planet: 'Mars' } },
      'billingAddress.planet',
    ],
    ['items that are no list', { items: {} }, 'items'],
    ['items that are null', { items: null }, 'items'],
    ['NUL in a promotion code', { promotionCodes: ['\u0000'] }, 'promotionCodes.0'],
  ])('%s', async (_name, body, path) => {
    const { id } = await openCart(shop);
    expect(await pathsOf('patch', `/${id}`, body)).toEqual([path]);
  });

  test.each(['a\nb', 'a\rb', 'a\tb', 'a\u2028b', 'a\u2029b'])(
    'an address whose text is not one line: %j',
    async (text) => {
      const { id } = await openCart(shop);
      const shippingAddress = { ...addressIn('US'), firstName: text, line2: text, city: text };
      const paths = ['firstName', 'line2', 'city'].map((name) => `shippingAddress.${name}`);
      expect(await pathsOf('patch', `/${id}`, { shippingAddress })).toEqual(paths);
    },
  );

  test('an address without the fields that its country requires', async () => {
    const { id } = await openCart(shop);
    const { postalCode: _code, city: _city, ...rest } = addressIn('US');
    expect(await pathsOf('patch', `/${id}`, { shippingAddress: rest })).toEqual([
      'shippingAddress.city',
      'shippingAddress.postalCode',
    ]);
    const billingAddress = { ...addressIn('GB'), postalCode: ' ' };
    expect(await pathsOf('patch', `/${id}`, { billingAddress })).toEqual([
      'billingAddress.postalCode',
    ]);
  });

  test('a list that names a variant twice', async () => {
    const twice = [
      { variantId, quantity: 1 },
      { variantId, quantity: 2 },
    ];
    const { id } = await openCart(shop);
    expect(await pathsOf('post', '', { items: twice })).toEqual(['items.1.variantId']);
    expect(await pathsOf('patch', `/${id}`, { items: twice })).toEqual(['items.1.variantId']);
  });

  test('an unknown currency, and one that it has no prices in', async () => {
    expect(await pathsOf('post', '', { currency: 'usd' })).toEqual(['currency']);
    expect(await pathsOf('post', '', { currency: 'ZZZ' })).toEqual(['currency']);
    const unpriced = await shop.api.post('/api/v1/carts').send({ currency: 'KWD' }).expect(422);
    expect(unpriced.body).toMatchObject({
      code: 'currency_unavailable',
      errors: [{ path: 'currency' }],
    });
    const inEuro = await createVariant(shop, { prices: { EUR: 100 } });
    const { id } = await openCart(shop);
    const added = await shop.api
      .post(`/api/v1/carts/${id}/items`)
      .send({ variantId: inEuro, quantity: 1 })
      .expect(422);
    expect(added.body).toMatchObject({
      code: 'currency_unavailable',
      errors: [{ path: 'variantId' }],
    });
  });

  test('a variant that does not exist or whose product is not on sale', async () => {
    const draft = await createProduct(shop.ctx, { status: 'draft' });
    const items = [
      { variantId, quantity: 1 },
      { variantId: draft.variantIds[0] ?? '', quantity: 1 },
      { variantId: newId('variant'), quantity: 1 },
    ];
    const { body } = await shop.api.post('/api/v1/carts').send({ items }).expect(422);
    expect(body).toMatchObject({
      code: 'variant_unavailable',
      errors: [{ path: 'items.1.variantId' }, { path: 'items.2.variantId' }],
    });
  });

  test('more than is in stock, unless the variant is sold on backorder or not tracked', async () => {
    const scarce = await createVariant(shop, { stock: 3 });
    const backorder = await createVariant(shop, { stock: 0, inventoryPolicy: 'continue' });
    const endless = await createVariant(shop, { inventoryTracked: false });
    const { id } = await openCart(shop, [
      { variantId: scarce, quantity: 2 },
      { variantId: backorder, quantity: 50 },
      { variantId: endless, quantity: 50 },
    ]);
    const { body } = await shop.api
      .post(`/api/v1/carts/${id}/items`)
      .send({ variantId: scarce, quantity: 2 })
      .expect(409);
    expect(body).toMatchObject({
      code: 'out_of_stock',
      errors: [{ path: 'quantity', code: 'out_of_stock' }],
      shortages: [{ variantId: scarce, requested: 4, available: 3 }],
    });
  });

  test('units that other orders reserve', async () => {
    const scarce = await createVariant(shop, { stock: 3 });
    await shop.ctx.db.prisma.stockLevel.updateMany({
      where: { variantId: scarce },
      data: { reserved: 2 },
    });
    const items = [{ variantId: scarce, quantity: 2 }];
    const { body } = await shop.api.post('/api/v1/carts').send({ items }).expect(409);
    expect(body.shortages).toEqual([{ variantId: scarce, requested: 2, available: 1 }]);
  });

  test('more than 9999 of a variant, added in several steps', async () => {
    const { id } = await openCart(shop, [{ variantId, quantity: 9_000 }]);
    const path = `/api/v1/carts/${id}/items`;
    const { body } = await shop.api.post(path).send({ variantId, quantity: 1_000 }).expect(422);
    expect(body).toMatchObject({ code: 'cart_limit_exceeded', errors: [{ path: 'quantity' }] });
    await shop.api.post(path).send({ variantId, quantity: 999 }).expect(201);
  });

  test('more than 100 lines, at once or one by one', async () => {
    const variants = Array.from({ length: 101 }, () => ({ prices: { USD: 100 }, stock: 1 }));
    const { variantIds } = await createProduct(shop.ctx, { variants });
    const items = variantIds.map((id) => ({ variantId: id, quantity: 1 }));
    expect(await pathsOf('post', '', { items })).toEqual(['items']);
    const full = await openCart(shop, items.slice(0, 100));
    expect(full.items.map((item) => item.variantId)).toEqual(variantIds.slice(0, 100));
    const { body } = await shop.api
      .post(`/api/v1/carts/${full.id}/items`)
      .send(items[100] ?? {})
      .expect(422);
    expect(body).toMatchObject({ code: 'cart_limit_exceeded', errors: [{ path: 'variantId' }] });
  });

  test('amounts that no number holds exactly, while five billion × 9999 passes', async () => {
    const dear = { stock: 9_999, prices: { IDR: 5_000_000_000, USD: 2 ** 52 } };
    const dearest = await createVariant(shop, dear);
    const items = [{ variantId: dearest, quantity: 9_999 }];
    const cart = await openCart(shop, items, 'IDR');
    expect(cart.totals.total).toEqual({ amount: 49_995_000_000_000, currency: 'IDR' });
    const { body } = await shop.api.post('/api/v1/carts').send({ items }).expect(422);
    expect(body.code).toBe('cart_limit_exceeded');
  });

  test('an id that cannot be one, with a 404', async () => {
    for (const id of ['nope', '%00', newId('order'), 'cart_x', newId('cart')]) {
      const { status } = await shop.api.get(`/api/v1/carts/${id}`);
      expect([id, status]).toEqual([id, 404]);
    }
  });
});
