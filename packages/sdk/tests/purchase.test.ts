import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buyMug } from '../examples/purchase.ts';
import { CartwrightProblem, createCartwright, type Cartwright } from '../src/index.ts';
import { build, importLikeABrowser } from './helpers/browserLike.ts';
import { openCuttingProxy } from './helpers/cuttingProxy.ts';
import { fullCart, somethingToBuy, findDemoShop, type DemoShop } from './helpers/demoShop.ts';

jest.setTimeout(120_000);

let running: DemoShop;
let shop: Cartwright;

beforeAll(async () => {
  running = await findDemoShop();
  shop = running.client;
});

test('the purchase of the README ends with a paid order', async () => {
  expect(await buyMug(running.base)).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' });
});

test('the purchase of the README ends when the card is declined', async () => {
  const order = await buyMug(running.base, 'pm_card_chargeDeclined');
  expect(order).toMatchObject({ status: 'pending', paymentStatus: 'failed' });
});

test('the built package buys without Node’s APIs', async () => {
  const dist = await mkdtemp(path.join(tmpdir(), 'cartwright-sdk-dist-'));
  try {
    await build(dist);
    const example = path.resolve(import.meta.dirname, '../examples/purchase.ts');
    const inBrowser = (await importLikeABrowser(example, dist)) as { buyMug: typeof buyMug };
    expect(await inBrowser.buyMug(running.base)).toMatchObject({ paymentStatus: 'paid' });
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
});

test('a checkout whose answer is lost twice places one order', async () => {
  const proxy = await openCuttingProxy(running.base, 2);
  const flaky = createCartwright({ baseUrl: proxy.base, backoffMs: 10 });
  try {
    const cart = await fullCart(flaky);
    const { order } = await flaky.carts.checkout(cart, { paymentProvider: 'stripe' });
    expect(order.cartId).toBe(cart.id);
  } finally {
    await proxy.close();
  }
  const checkouts = proxy.passed.filter(({ url }) => url.endsWith('/checkout'));
  expect(checkouts.map(({ status, replayed }) => [status, replayed])).toEqual([
    [201, false],
    [201, true],
    [201, true],
  ]);
  expect(new Set(checkouts.map(({ key }) => key)).size).toBe(1);
});

test('a cart that another tab has changed is not overwritten, except by its bare id', async () => {
  const { id: variantId } = await somethingToBuy(shop);
  const cart = await shop.carts.create();
  await shop.carts.addItem(cart, { variantId, quantity: 1 });
  const late = await shop.carts
    .update(cart, { email: 'a@example.com' })
    .catch((error: unknown) => error);
  expect(late).toBeInstanceOf(CartwrightProblem);
  expect(late).toMatchObject({ code: 'precondition_failed', status: 412 });
  const written = await shop.carts.update(cart.id, { email: 'a@example.com' });
  expect(written).toMatchObject({ email: 'a@example.com', items: [{ variantId }] });
});

test('a list yields every product once, page after page', async () => {
  const ids: string[] = [];
  for await (const { id } of shop.products.list({ limit: 7, sort: 'title' })) ids.push(id);
  const { meta } = await shop.products.page({ count: 'true' });
  expect(ids.length).toBe(meta.total);
  expect(ids.length).toBeGreaterThan(7);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a refusal names the path of each error', async () => {
  const items = [{ variantId: 'mug', quantity: 0 }];
  const refusal = await shop.carts.create({ items }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 'validation_failed',
    status: 400,
    errors: expect.arrayContaining([expect.objectContaining({ path: 'items.0.quantity' })]),
  });
});
