import { randomUUID } from 'node:crypto';
import { address } from '../scripts/shopper.ts';
import type { Answer } from './client.ts';
import type { Amount } from './notes.ts';
import type { ShopperTools } from './shopperTools.ts';

/** What a shopper reads of a cart. */
export interface Cart {
  id: string;
  items: { id: string; variantId: string; quantity: number }[];
  totals: { total: Amount };
}

/** Fills a cart until it is ready for the checkout; undefined when its variants are sold out. */
export async function buildCart(tools: ShopperTools): Promise<Cart | undefined> {
  const { client, random, variants } = tools;
  const wanted = random.shuffle(variants).slice(0, random.between(1, 3));
  const items = wanted.map((variantId) => ({ variantId, quantity: random.between(1, 2) }));
  const opened = cartOf(
    await client.send({
      method: 'POST',
      path: '/api/v1/carts',
      body: { items },
      headers: { 'Idempotency-Key': randomUUID() },
    }),
    tools,
  );
  if (!opened) return undefined;
  const path = `/api/v1/carts/${opened.id}`;
  const email = `shopper-${opened.id.slice(-6)}@example.com`;
  await client.send({ method: 'PATCH', path, body: { email, shippingAddress: address } });
  const options = await client.send({ method: 'GET', path: `${path}/shipping-options` });
  const [option] = (options.body.data ?? []) as { id: string }[];
  return cartOf(
    await client.send({ method: 'PATCH', path, body: { shippingOptionId: option?.id ?? null } }),
    tools,
  );
}

/** The same cart in another tab, where its quantities are changed at the same time. */
export async function secondTab(cart: Cart, tools: ShopperTools): Promise<void> {
  const { client, random } = tools;
  const line = random.pick(cart.items);
  for (let change = 1; change <= random.between(1, 3); change++) {
    const items = [{ variantId: line.variantId, quantity: random.between(1, 3) }];
    const path = `/api/v1/carts/${cart.id}`;
    cartOf(await client.send({ method: 'PATCH', path, body: { items } }), tools);
  }
}

/** The cart in a response; undefined for a refusal that is normal in any shop. */
function cartOf({ status, body, text }: Answer, { notes }: ShopperTools): Cart | undefined {
  if (status < 300) return body.data as Cart;
  if (body.code !== 'out_of_stock' && body.code !== 'cart_completed') {
    notes.surprises.push(`A change of a cart was refused: ${text}`);
  }
  return undefined;
}
