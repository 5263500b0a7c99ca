import { createCartwright } from '../src/index.ts';
import { answer, openScriptedShop, type ScriptedShop } from './helpers/scriptedShop.ts';

let server: ScriptedShop | undefined;
afterEach(() => server?.close());

async function open() {
  server = await openScriptedShop(
    answer(200, { data: { id: 'cart_1' }, meta: { nextCursor: null } }, { ETag: '"7.abc"' }),
  );
  return { shop: createCartwright({ baseUrl: server.base, headers: { 'X-Store': 'eu' } }), server };
}

test('a write to a cart sends its entity tag', async () => {
  const { shop, server } = await open();
  const cart = await shop.carts.get('cart_1');
  expect(cart.etag).toBe('"7.abc"');
  const stored: typeof cart = JSON.parse(JSON.stringify(cart));
  await shop.carts.update(stored, { email: 'ada@example.com' });
  await shop.carts.addItem(cart, { variantId: 'var_1', quantity: 1 });
  await shop.carts.setQuantity(cart, 'item_1', 2);
  await shop.carts.removeItem(cart, 'item_1');
  await shop.carts.checkout(cart, { paymentProvider: 'stripe' });
  const sent = server.received.slice(1);
  expect(sent.map(({ headers }) => headers['if-match'])).toEqual(Array(5).fill('"7.abc"'));
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'PATCH /api/v1/carts/cart_1',
    'POST /api/v1/carts/cart_1/items',
    'PATCH /api/v1/carts/cart_1/items/item_1',
    'DELETE /api/v1/carts/cart_1/items/item_1',
    'POST /api/v1/carts/cart_1/checkout',
  ]);
});

test('a bare cart id sends no condition', async () => {
  const { shop, server } = await open();
  await shop.carts.update('cart_1', { email: 'ada@example.com' });
  expect(server.received[0]?.headers).not.toHaveProperty('if-match');
});

test('a guest sends the order token', async () => {
  const { shop, server } = await open();
  const guest = { orderToken: 'secret' };
  await shop.orders.get('ord_1', guest);
  await shop.orders.history('ord_1', guest);
  await shop.orders.cancel('ord_1', { ...guest, idempotencyKey: 'mine' });
  await shop.orders.pay('ord_1', guest);
  expect(server.received.map(({ headers }) => headers['x-order-token'])).toEqual(
    Array(4).fill('secret'),
  );
  expect(server.received[2]?.headers).toMatchObject({ 'idempotency-key': 'mine' });
});

test('headers of the client and of the call are sent', async () => {
  const { shop, server } = await open();
  await shop.giftCards.balance('7K2M-9QXD', { headers: { 'Accept-Language': 'de' } });
  expect(server.received[0]?.headers).toMatchObject({ 'x-store': 'eu', 'accept-language': 'de' });
});

test('filters are encoded as the OpenAPI document says', async () => {
  const { shop, server } = await open();
  await shop.products.page({ tag: ['new', 'a&b'], price: { gte: '1000' }, inStock: 'true' });
  expect(decodeURIComponent(server.received[0]?.url ?? '')).toBe(
    '/api/v1/products?tag=new&tag=a&b&price[gte]=1000&inStock=true',
  );
});
