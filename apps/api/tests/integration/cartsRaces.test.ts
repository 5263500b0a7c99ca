import { inTransaction } from '../../src/db/transaction.ts';
import type { TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { createVariant, openCart, startCartShop } from '../helpers/carts.ts';

const times = <T>(count: number, work: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => work(index));

describe('Writes to one cart at the same time', () => {
  let shop: TestApp;
  let variantId: string;

  beforeAll(async () => {
    shop = await startCartShop();
    variantId = await createVariant(shop, { stock: 1000 });
  });
  afterAll(() => shop.close());

  test('add up when many tabs add the same variant', async () => {
    const { id } = await openCart(shop);
    const answers = await Promise.all(
      times(20, () => shop.api.post(`/api/v1/carts/${id}/items`).send({ variantId, quantity: 2 })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const versions = answers.map(({ body }) => body.data.version as number);
    expect(versions.toSorted((a, b) => a - b)).toEqual(times(20, (index) => index + 2));
    const { body } = await shop.api.get(`/api/v1/carts/${id}`);
    expect(body.data).toMatchObject({ version: 21, items: [{ quantity: 40 }] });
  });

  test('all take effect, whatever they change', async () => {
    const other = await createVariant(shop);
    const cart = await openCart(shop, [{ variantId, quantity: 1 }]);
    const path = `/api/v1/carts/${cart.id}`;
    const answers = await Promise.all([
      shop.api.patch(path).send({ email: 'ada@example.com' }),
      shop.api.post(`${path}/items`).send({ variantId: other, quantity: 3 }),
      shop.api.patch(`${path}/items/${cart.items[0]?.id}`).send({ quantity: 5 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 200]);
    const { body } = await shop.api.get(path);
    expect(body.data).toMatchObject({
      version: 4,
      email: 'ada@example.com',
      items: [
        { variantId, quantity: 5 },
        { variantId: other, quantity: 3 },
      ],
    });
  });

  test('succeed once when all have the same If-Match', async () => {
    const { id } = await openCart(shop, [{ variantId, quantity: 1 }]);
    const path = `/api/v1/carts/${id}`;
    const etag = (await shop.api.get(path)).headers['etag'] ?? '';
    const answers = await Promise.all(
      times(10, (index) =>
        shop.api
          .patch(path)
          .set('If-Match', etag)
          .send({ email: `tab${index}@example.com` }),
      ),
    );
    const refused = answers.filter(({ status }) => status === 412);
    expect([answers.filter(({ status }) => status === 200).length, refused.length]).toEqual([1, 9]);
    const now = await shop.api.get(path);
    expect(now.body.data.version).toBe(2);
    expect(refused[0]?.headers['etag']).toBe(now.headers['etag']);
    await shop.api
      .patch(path)
      .set('If-Match', now.headers['etag'] ?? '')
      .send({})
      .expect(200);
  });

  test.each(['"1"', 'W/"9.x"', '"1.x, "', 'nonsense', '""'])(
    'are refused for If-Match: %s',
    async (condition) => {
      const { id } = await openCart(shop);
      const path = `/api/v1/carts/${id}`;
      const item = { variantId, quantity: 1 };
      const refused = [
        await shop.api.patch(path).set('If-Match', condition).send({}),
        await shop.api.post(`${path}/items`).set('If-Match', condition).send(item),
      ];
      expect(refused.map(({ body }) => body.code)).toEqual(Array(2).fill('precondition_failed'));
      const { body } = await shop.api.patch(path).set('If-Match', '*').send({}).expect(200);
      expect(body.data.version).toBe(2);
    },
  );

  test('never add more than 100 lines to a cart', async () => {
    const variants = times(110, () => ({ prices: { USD: 100 }, stock: 1 }));
    const { variantIds } = await createProduct(shop.ctx, { variants });
    const items = variantIds.map((id) => ({ variantId: id, quantity: 1 }));
    const { id } = await openCart(shop, items.slice(0, 95));
    const answers = await Promise.all(
      items.slice(95).map((item) => shop.api.post(`/api/v1/carts/${id}/items`).send(item)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
  });

  test('wait for a checkout, and see its result', async () => {
    const { carts } = shop.container.services;
    const { id } = await openCart(shop, [{ variantId, quantity: 1 }]);
    const writing: Promise<{ body: { code?: string } }>[] = [];
    await inTransaction(shop.ctx, async (ctx) => {
      await carts.lockForCheckout(ctx, id);
      const item = { variantId, quantity: 1 };
      // supertest sends when it is awaited.
      const sent = (async () => shop.api.post(`/api/v1/carts/${id}/items`).send(item))();
      writing.push(sent);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await carts.markCompleted(ctx, id);
    });
    expect((await writing[0])?.body.code).toBe('cart_completed');
  });

  test('are seen by a checkout that waited for them', async () => {
    const { carts } = shop.container.services;
    const { id } = await openCart(shop, [{ variantId, quantity: 1 }]);
    const locking: ReturnType<typeof carts.lockForCheckout>[] = [];
    await inTransaction(shop.ctx, async (ctx) => {
      await carts.addItem(ctx, id, { variantId, quantity: 4 });
      locking.push(inTransaction(shop.ctx, (ctx) => carts.lockForCheckout(ctx, id)));
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(await locking[0]).toMatchObject({ version: 2, items: [{ quantity: 5 }] });
  });

  test('take effect once for one Idempotency-Key', async () => {
    const { id } = await openCart(shop);
    const add = () =>
      shop.api
        .post(`/api/v1/carts/${id}/items`)
        .set('Idempotency-Key', 'add-1')
        .send({ variantId, quantity: 1 });
    const first = await add().expect(201);
    const replay = await add().expect(201);
    expect(replay.body).toEqual(first.body);
    expect((await shop.api.get(`/api/v1/carts/${id}`)).body.data.items[0].quantity).toBe(1);
  });
});
