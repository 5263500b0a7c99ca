import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startShop, type RunningShop } from '../../../apps/api/tests/helpers/shop.ts';
import { buyMug } from '../examples/purchase.ts';
import { CartwrightProblem, createCartwright, type Cartwright } from '../src/index.ts';
import { build, importLikeABrowser } from './helpers/browserLike.ts';
import { openCuttingProxy } from './helpers/cuttingProxy.ts';

jest.setTimeout(120_000);

let folder: string;
let running: RunningShop;
let shop: Cartwright;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cartwright-sdk-'));
  // PostgreSQL does not run as root; the account it gets must be able to enter.
  await chmod(folder, 0o755);
  running = await startShop(folder, { DEMO_SEED: 'true' });
  shop = createCartwright({ baseUrl: running.base });
});
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
});

async function somethingToBuy() {
  const { data } = await shop.products.page({ inStock: 'true' });
  const variant = data.flatMap(({ variants }) => variants).find(({ available }) => available);
  if (!variant) throw new Error('There is nothing to buy');
  return variant;
}

test('the purchase of the README ends with a paid order', async () => {
  expect(await buyMug(running.base)).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' });
});

test('the built package buys where there is nothing of Node', async () => {
  const dist = path.join(folder, 'dist');
  await build(dist);
  const example = path.resolve(import.meta.dirname, '../examples/purchase.ts');
  const inBrowser = (await importLikeABrowser(example, dist)) as { buyMug: typeof buyMug };
  expect(await inBrowser.buyMug(running.base)).toMatchObject({ paymentStatus: 'paid' });
});

test('a checkout whose answer is lost twice places one order', async () => {
  const proxy = await openCuttingProxy(running.base, 2);
  const flaky = createCartwright({ baseUrl: proxy.base, backoffMs: 10 });
  const { id: variantId } = await somethingToBuy();
  try {
    let cart = await flaky.carts.create({ items: [{ variantId, quantity: 1 }] });
    const name = { firstName: 'Ada', lastName: 'Lovelace' };
    const place = { line1: '12 Analytical Row', city: 'Portland', postalCode: '97201' };
    cart = await flaky.carts.update(cart, {
      email: 'ada@example.com',
      shippingAddress: { ...name, ...place, country: 'US' },
    });
    const [option] = await flaky.carts.shippingOptions(cart);
    if (option) cart = await flaky.carts.update(cart, { shippingOptionId: option.id });
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

test('a cart that was written to in another tab is not overwritten, but for its id alone', async () => {
  const { id: variantId } = await somethingToBuy();
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

test('a list goes through every product once, page after page', async () => {
  const ids: string[] = [];
  for await (const { id } of shop.products.list({ limit: 7, sort: 'title' })) ids.push(id);
  const { meta } = await shop.products.page({ count: 'true' });
  expect(ids.length).toBe(meta.total);
  expect(ids.length).toBeGreaterThan(7);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a refusal names what is wrong by its place', async () => {
  const items = [{ variantId: 'mug', quantity: 0 }];
  const refusal = await shop.carts.create({ items }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 'validation_failed',
    status: 400,
    errors: expect.arrayContaining([expect.objectContaining({ path: 'items.0.quantity' })]),
  });
});
