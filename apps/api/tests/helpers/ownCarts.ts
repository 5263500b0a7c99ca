import type { Response } from 'supertest';
import type { TestApp } from './app.ts';
import type { signInPerson } from './people.ts';

export type Shopper = Awaited<ReturnType<typeof signInPerson>>;

interface ShownCart {
  readonly id: string;
  readonly version: number;
  readonly currency: string;
  readonly email: string | null;
  readonly items: readonly {
    readonly id: string;
    readonly variantId: string;
    readonly quantity: number;
    readonly available: boolean;
  }[];
}

/** A merge's answer. */
interface ShownMerge {
  readonly cart: ShownCart;
  readonly outcome: string;
  readonly reduced: readonly object[];
}

interface Goods {
  readonly variantId: string;
  readonly quantity: number;
}

/** Opens a cart with a session. */
export async function openOwnCart(
  { api }: TestApp,
  { as }: Shopper,
  items: readonly Goods[],
  currency = 'USD',
): Promise<ShownCart> {
  const { body } = await api.post('/api/v1/carts').set(as).send({ items, currency }).expect(201);
  return (body as { data: ShownCart }).data;
}

/** Asks to take over a guest's cart. */
export function askMerge({ api }: TestApp, { as }: Shopper, cartId: string): PromiseLike<Response> {
  return api.post('/api/v1/me/cart/merge').set(as).send({ cartId });
}

/** Takes over a guest's cart. @throws when that is refused. */
export async function mergeCart(shop: TestApp, shopper: Shopper, cartId: string) {
  const { status, body } = await askMerge(shop, shopper, cartId);
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return (body as { data: ShownMerge }).data;
}

/** The shopper's open cart; undefined where there is none. */
export async function ownCart({ api }: TestApp, { as }: Shopper, query: object = {}) {
  const { status, body } = await api.get('/api/v1/me/cart').query(query).set(as);
  return status === 404 ? undefined : (body as { data: ShownCart }).data;
}

/** Quantities by variant. */
export function quantitiesOf({ items }: Pick<ShownCart, 'items'>): Record<string, number> {
  return Object.fromEntries(items.map(({ variantId, quantity }) => [variantId, quantity]));
}
