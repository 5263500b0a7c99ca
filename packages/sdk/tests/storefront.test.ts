import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  addressForm,
  awaitPayment,
  paymentOf,
  placeOrder,
  signIn,
} from '../examples/storefront.ts';
import { createCartwright, type Cartwright, type CheckoutResult } from '../src/index.ts';
import { fullCart, findDemoShop, type DemoShop } from './helpers/demoShop.ts';

// Runs the code of docs/guides/storefront.md against a shop; the sandbox answers Stripe.js.

jest.setTimeout(120_000);

let running: DemoShop;
let shop: Cartwright;

beforeAll(async () => {
  running = await findDemoShop();
  shop = running.client;
});

const place = async () => placeOrder(shop, await fullCart(shop), crypto.randomUUID());
const keyOf = ({ order, orderToken }: CheckoutResult) => ({
  orderId: order.id,
  ...(orderToken !== undefined && { orderToken }),
});

/** The requests of Stripe.js. */
async function confirm({ payment }: CheckoutResult, method: string): Promise<[string, number]> {
  const { apiBase, clientSecret = '', publishableKey } = payment;
  const intent = clientSecret.split('_secret_')[0] ?? '';
  const response = await fetch(`${apiBase}/v1/payment_intents/${intent}/confirm`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({
      client_secret: clientSecret,
      payment_method: method,
      return_url: 'https://shop.example/thanks',
    }),
  });
  const { status } = (await response.json()) as { status?: string };
  return [status ?? '', response.status];
}

test('the guide shows the code of this test', async () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const guide = await readFile(path.join(root, 'docs/guides/storefront.md'), 'utf8');
  const example = await readFile(path.join(root, 'packages/sdk/examples/storefront.ts'), 'utf8');
  const blocks = [...guide.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code = '']) => code);
  expect(blocks).toHaveLength(5);
  for (const block of blocks) expect(example).toContain(block);
});

test('an address form has the fields of its country', async () => {
  const form = await addressForm(shop, 'CA');
  expect(form.map(({ name }) => name)).toContain('postalCode');
  expect(form).toContainEqual(
    expect.objectContaining({
      label: 'Province',
      options: expect.arrayContaining([{ code: 'QC', name: 'Quebec', localName: 'Quebec' }]),
    }),
  );
  const inHongKong = await addressForm(shop, 'HK');
  expect(inHongKong.map(({ name }) => name)).not.toContain('postalCode');
  await expect(addressForm(shop, 'UK')).rejects.toMatchObject({ code: 'not_found' });
});

test('a shopper who signs in keeps the cart, and reads the order without a token', async () => {
  const ada = { email: 'ada.signs.in@example.com', password: 'correct horse battery' };
  const own = createCartwright({ baseUrl: running.base });
  await own.auth.register(ada);
  const cart = await fullCart(own);
  expect(await signIn(own, cart, ada.email, ada.password)).toBeUndefined();
  const { order } = await placeOrder(own, await own.carts.get(cart.id), crypto.randomUUID());
  expect(await own.orders.get(order.id)).toMatchObject({ cartId: cart.id });
  await expect(shop.orders.get(order.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('two clicks place one order', async () => {
  const cart = await fullCart(shop);
  const key = crypto.randomUUID();
  const [one, other] = await Promise.all([
    placeOrder(shop, cart, key),
    placeOrder(shop, cart, key),
  ]);
  expect(other.order.id).toBe(one.order.id);
  expect(await paymentOf(shop, other)).toEqual(await paymentOf(shop, one));
});

test('an order whose client secret is missing gets one', async () => {
  const { payment, ...placed } = await place();
  const { clientSecret, ...rest } = payment;
  expect(await paymentOf(shop, { ...placed, payment: rest })).toMatchObject({ clientSecret });
});

test('a price that has changed since it was shown is refused', async () => {
  const cart = await fullCart(shop);
  const dearer = { ...cart.totals, total: { ...cart.totals.total, amount: 1 } };
  const late = placeOrder(shop, { ...cart, totals: dearer }, crypto.randomUUID());
  await expect(late).rejects.toMatchObject({ code: 'price_changed' });
});

test('a card that requires 3-D Secure pays when the shopper has authenticated', async () => {
  const placed = await place();
  expect(await confirm(placed, 'pm_card_authenticationRequired')).toEqual(['requires_action', 200]);
  expect(await awaitPayment(shop, keyOf(placed), 1)).toMatchObject({ paymentStatus: 'unpaid' });
  const { apiBase, clientSecret } = placed.payment;
  const [intent = ''] = (clientSecret ?? '').split('_secret_');
  await fetch(`${apiBase}/_sandbox/payment_intents/${intent}/authenticate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sandbox-control': '1' },
    body: '{ "outcome": "complete" }',
  });
  expect(await awaitPayment(shop, keyOf(placed))).toMatchObject({ paymentStatus: 'paid' });
});

test('after a declined card the same client secret accepts another', async () => {
  const placed = await place();
  expect((await confirm(placed, 'pm_card_chargeDeclined'))[1]).toBe(402);
  expect(await awaitPayment(shop, keyOf(placed))).toMatchObject({ paymentStatus: 'failed' });
  expect(await confirm(placed, 'pm_card_visa')).toEqual(['succeeded', 200]);
  let order = await awaitPayment(shop, keyOf(placed));
  for (let tries = 0; order.paymentStatus === 'failed' && tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    order = await awaitPayment(shop, keyOf(placed));
  }
  expect(order).toMatchObject({ paymentStatus: 'paid' });
});
