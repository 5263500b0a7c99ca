import { createContext } from '../../src/kernel/context.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import {
  addressIn,
  createVariant,
  openCart,
  startCartShop,
  statementsOf,
} from '../helpers/carts.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('A cart', () => {
  let shop: TestApp;
  let variantId: string;

  beforeAll(async () => {
    shop = await startCartShop();
    variantId = await createVariant(shop, { prices: { USD: 1999, EUR: 1899, JPY: 3200 } });
  });
  afterAll(() => shop.close());

  test('is created empty, in the currency of the shop', async () => {
    const response = await shop.api.post('/api/v1/carts').send({}).expect(201);
    expect(response.headers['location']).toBe(`/api/v1/carts/${response.body.data.id}`);
    expect(response.body.data).toMatchObject({
      version: 1,
      status: 'open',
      currency: 'USD',
      items: [],
      email: null,
      shippingAddress: null,
      billingAddress: null,
      shippingOption: null,
      promotionCodes: [],
      requiresShipping: false,
      totals: { subtotal: usd(0), discount: usd(0), shipping: usd(0), tax: usd(0), total: usd(0) },
    });
  });

  test('is created with items, and a read returns the same', async () => {
    const other = await createVariant(shop, {
      title: 'M / Blue',
      sku: 'BLUE-M',
      prices: { USD: 500 },
    });
    const opened = await openCart(shop, [
      { variantId, quantity: 2 },
      { variantId: other, quantity: 1 },
    ]);
    expect(opened.items).toMatchObject([
      { variantId, quantity: 2, unitPrice: usd(1999), total: usd(3998), available: true },
      { variantId: other, quantity: 1, sku: 'BLUE-M', variantTitle: 'M / Blue' },
    ]);
    expect(opened.totals.total).toEqual(usd(4498));
    const read = await shop.api.get(`/api/v1/carts/${opened.id}`).expect(200);
    expect(read.body.data).toEqual(opened);
    expect(read.headers['cache-control']).toBe('private, no-store');
  });

  test('is priced in its own currency', async () => {
    const cart = await openCart(shop, [{ variantId, quantity: 3 }], 'JPY');
    expect(cart.totals.subtotal).toEqual({ amount: 9600, currency: 'JPY' });
  });

  test('costs one statement to read and two to write', async () => {
    const opening = await shop.api
      .post('/api/v1/carts')
      .send({ items: [{ variantId, quantity: 1 }] });
    const path = `/api/v1/carts/${opening.body.data.id}`;
    const adding = await shop.api.post(`${path}/items`).send({ variantId, quantity: 1 });
    const patching = await shop.api.patch(path).send({ shippingAddress: addressIn('US') });
    const reading = await shop.api.get(path);
    const options = await shop.api.get(`${path}/shipping-options`);
    expect([opening, adding, patching, reading, options].map(statementsOf)).toEqual([
      2, 2, 2, 1, 1,
    ]);
  });

  test('adds to the line of a variant that it has already', async () => {
    const { id } = await openCart(shop, [{ variantId, quantity: 2 }]);
    const { body } = await shop.api
      .post(`/api/v1/carts/${id}/items`)
      .send({ variantId, quantity: 3 })
      .expect(201);
    expect(body.data).toMatchObject({ version: 2, items: [{ variantId, quantity: 5 }] });
  });

  test("changes and removes lines, and answers 404 for another cart's", async () => {
    const other = await createVariant(shop);
    const cart = await openCart(shop, [
      { variantId, quantity: 2 },
      { variantId: other, quantity: 1 },
    ]);
    const [first, second] = cart.items.map(({ id }) => `/api/v1/carts/${cart.id}/items/${id}`);
    const changed = await shop.api.patch(`${first}`).send({ quantity: 7 }).expect(200);
    expect(changed.body.data.items[0]).toMatchObject({ id: cart.items[0]?.id, quantity: 7 });
    const emptied = await shop.api.patch(`${first}`).send({ quantity: 0 }).expect(200);
    expect(emptied.body.data.items).toHaveLength(1);
    const deleted = await shop.api.delete(`${second}`).expect(200);
    expect(deleted.body.data).toMatchObject({ items: [], version: 4 });
    await shop.api.delete(`${second}`).expect(404);
    await shop.api.patch(`${second}`).send({ quantity: 1 }).expect(404);
  });

  test('applies all parts of a PATCH at once', async () => {
    const other = await createVariant(shop);
    const cart = await openCart(shop, [{ variantId, quantity: 2 }]);
    const { body } = await shop.api
      .patch(`/api/v1/carts/${cart.id}`)
      .send({
        email: '  Ada@Example.COM ',
        items: [
          { variantId: other, quantity: 4 },
          { variantId, quantity: 1 },
        ],
        promotionCodes: [],
      })
      .expect(200);
    expect(body.data).toMatchObject({
      version: 2,
      email: 'ada@example.com',
      items: [
        { id: cart.items[0]?.id, variantId, quantity: 1 },
        { variantId: other, quantity: 4 },
      ],
    });
    const cleared = await shop.api
      .patch(`/api/v1/carts/${cart.id}`)
      .send({ email: null, items: [{ variantId, quantity: 0 }] })
      .expect(200);
    expect(cleared.body.data).toMatchObject({ email: null, items: [] });
  });

  test('is unchanged by a PATCH of which one part is refused', async () => {
    const cart = await openCart(shop, [{ variantId, quantity: 1 }]);
    const missing = newId('variant');
    const path = `/api/v1/carts/${cart.id}`;
    const { body } = await shop.api
      .patch(path)
      .send({
        email: 'a@example.com',
        items: [
          { variantId, quantity: 1 },
          { variantId: missing, quantity: 1 },
        ],
      })
      .expect(422);
    expect(body).toMatchObject({
      code: 'variant_unavailable',
      errors: [{ path: 'items.1.variantId' }],
    });
    const codes = await shop.api
      .patch(path)
      .send({ promotionCodes: ['SUMMER'] })
      .expect(422);
    expect(codes.body).toMatchObject({
      code: 'promotion_unavailable',
      errors: [{ path: 'promotionCodes.0' }],
    });
    expect((await shop.api.get(path)).body.data).toEqual(cart);
  });

  test('shows a price that changed, with another entity tag and the same version', async () => {
    const changing = await createVariant(shop, { prices: { USD: 1000 } });
    const cart = await openCart(shop, [{ variantId: changing, quantity: 2 }]);
    const path = `/api/v1/carts/${cart.id}`;
    const before = await shop.api.get(path);
    await shop.api
      .get(path)
      .set('If-None-Match', before.headers['etag'] ?? '')
      .expect(304);

    await shop.ctx.db.prisma.price.updateMany({
      where: { variantId: changing },
      data: { amount: 1100 },
    });
    const after = await shop.api
      .get(path)
      .set('If-None-Match', before.headers['etag'] ?? '')
      .expect(200);
    expect(after.body.data).toMatchObject({ version: 1, totals: { total: usd(2200) } });
    // The cart was not written, so the old entity tag still allows a write.
    await shop.api
      .patch(path)
      .set('If-Match', before.headers['etag'] ?? '')
      .send({})
      .expect(200);
  });

  test('keeps and marks a line that is no longer on sale, and allows smaller quantities', async () => {
    const { id: productId, variantIds } = await createProduct(shop.ctx);
    const cart = await openCart(shop, [{ variantId: variantIds[0] ?? '', quantity: 3 }]);
    await shop.ctx.db.prisma.product.update({
      where: { id: productId },
      data: { status: 'archived' },
    });
    const path = `/api/v1/carts/${cart.id}/items/${cart.items[0]?.id}`;
    const grown = await shop.api.patch(path).send({ quantity: 4 }).expect(422);
    expect(grown.body).toMatchObject({ code: 'variant_unavailable' });
    const reduced = await shop.api.patch(path).send({ quantity: 2 }).expect(200);
    expect(reduced.body.data.items).toMatchObject([{ quantity: 2, available: false }]);
  });

  test('of a customer is visible only to that customer', async () => {
    const { carts } = shop.container.services;
    const as = (id: string) =>
      createContext(shop.container.database, { kind: 'customer', id }, 'req_test');
    const { id } = await carts.create(as('cus_ada'), { items: [{ variantId, quantity: 1 }] });
    expect((await carts.get(as('cus_ada'), id)).customerId).toBe('cus_ada');
    await expect(carts.get(as('cus_eve'), id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      carts.addItem(as('cus_eve'), id, { variantId, quantity: 1 }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await shop.api.get(`/api/v1/carts/${id}`).expect(404);
    await shop.api.patch(`/api/v1/carts/${id}`).send({ email: 'eve@example.com' }).expect(404);
  });

  test('is a 404 after its expiry, which every write postpones', async () => {
    const { id, expiresAt } = await openCart(shop);
    const { body } = await shop.api.patch(`/api/v1/carts/${id}`).send({}).expect(200);
    expect(Date.parse(body.data.expiresAt)).toBeGreaterThanOrEqual(Date.parse(expiresAt));
    await shop.ctx.db.prisma.cart.update({ where: { id }, data: { expiresAt: new Date(0) } });
    await shop.api.get(`/api/v1/carts/${id}`).expect(404);
    await shop.api.post(`/api/v1/carts/${id}/items`).send({ variantId, quantity: 1 }).expect(404);
  });

  test('can be read but not changed once it is completed', async () => {
    const { carts } = shop.container.services;
    const cart = await openCart(shop, [{ variantId, quantity: 1 }]);
    await carts.markCompleted(shop.ctx, cart.id);
    await expect(carts.markCompleted(shop.ctx, cart.id)).rejects.toMatchObject({
      code: 'cart_completed',
    });
    const path = `/api/v1/carts/${cart.id}`;
    const read = await shop.api.get(path).expect(200);
    expect(read.body.data).toMatchObject({ status: 'completed', version: 2 });
    const line = `${path}/items/${cart.items[0]?.id}`;
    const refusals = [
      await shop.api.patch(path).send({ email: 'a@example.com' }),
      await shop.api.post(`${path}/items`).send({ variantId, quantity: 1 }),
      await shop.api.patch(line).send({ quantity: 2 }),
      await shop.api.delete(line),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(Array(4).fill('cart_completed'));
  });

  test('has the agreed total of the last write; reads do not change it', async () => {
    const changing = await createVariant(shop, { prices: { USD: 1000 } });
    const { id, totals } = await openCart(shop, [{ variantId: changing, quantity: 1 }]);
    const path = `/api/v1/carts/${id}`;
    const agreed = async () =>
      (await shop.ctx.db.prisma.cart.findUniqueOrThrow({ where: { id } })).agreedTotal;
    expect([totals.total, await agreed()]).toEqual([usd(1000), 1000n]);

    const { body: options } = await shop.api
      .patch(path)
      .send({ shippingAddress: addressIn('US', 'CA') })
      .then(() => shop.api.get(`${path}/shipping-options`));
    const writes = [
      () => shop.api.patch(path).send({ shippingOptionId: options.data[0].id }),
      () => shop.api.post(`${path}/items`).send({ variantId, quantity: 1 }),
      () => shop.api.patch(path).send({ email: 'ada@example.com' }),
      () => shop.api.patch(path).send({ shippingAddress: addressIn('US', 'OR') }),
    ];
    const seen = new Set<number>();
    for (const write of writes) {
      const { amount } = (await write()).body.data.totals.total;
      expect(await agreed()).toBe(BigInt(amount));
      seen.add(amount);
    }
    // The e-mail address did not change the total; the other writes did.
    expect(seen.size).toBe(3);

    const before = await agreed();
    await shop.ctx.db.prisma.price.updateMany({
      where: { variantId: changing },
      data: { amount: 1300 },
    });
    await shop.api.get(path).expect(200);
    expect(await agreed()).toBe(before);
  });
});
