import { createCartwright, type Cart, type Cartwright } from '../../src/index.ts';
import type { SharedShop } from './sharedShop.ts';

/** A shop with the demo catalogue. */
export interface DemoShop extends SharedShop {
  readonly client: Cartwright;
}

/** The shop that all test files share. It starts when the first of them asks for it. */
export async function findDemoShop(): Promise<DemoShop> {
  const answer = await fetch(process.env['CARTWRIGHT_SDK_SHOP'] ?? '');
  if (!answer.ok) throw new Error(`There is no shop: ${await answer.text()}`);
  const shared = (await answer.json()) as SharedShop;
  return { ...shared, client: createCartwright({ baseUrl: shared.base }) };
}

/** An available variant. */
export async function somethingToBuy(client: Cartwright) {
  const { data } = await client.products.page({ inStock: 'true' });
  const variant = data.flatMap(({ variants }) => variants).find(({ available }) => available);
  if (!variant) throw new Error('There is nothing to buy');
  return variant;
}

/** A cart with all that a checkout requires. */
export async function fullCart(client: Cartwright): Promise<Cart> {
  const { id: variantId } = await somethingToBuy(client);
  const cart = await client.carts.create({ items: [{ variantId, quantity: 1 }] });
  const who = { firstName: 'Ada', lastName: 'Lovelace', country: 'US' };
  const where = { line1: '12 Analytical Row', city: 'Portland', postalCode: '97201' };
  const sent = await client.carts.update(cart, {
    email: 'ada@example.com',
    shippingAddress: { ...who, ...where },
  });
  const [option] = await client.carts.shippingOptions(sent);
  return option ? client.carts.update(sent, { shippingOptionId: option.id }) : sent;
}
