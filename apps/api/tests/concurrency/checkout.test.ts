import { createProduct } from '../helpers/catalog.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;

beforeAll(async () => {
  shop = await startSalesApp({ env: { STRIPE_TIMEOUT_MS: '30000' } });
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** The number of answers by status. */
function tally(answers: readonly { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

async function deadlocks(): Promise<number> {
  const [row] = await shop.ctx.db.prisma.$queryRaw<{ deadlocks: bigint }[]>`
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  return Number(row?.deadlocks ?? 0);
}

/** Prepares the race, a few items at a time. */
async function inTurns<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let start = 0; start < count; start += 20) {
    const turn = Array.from({ length: Math.min(20, count - start) }, (_, i) => make(start + i));
    made.push(...(await Promise.all(turn)));
  }
  return made;
}

describe('A race', () => {
  test('of 200 shoppers for 50 units creates exactly 50 orders', async () => {
    const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
    const [variantId = ''] = variantIds;
    const carts = await inTurns(200, () => shop.readyCart([{ variantId, quantity: 1 }]));
    const before = await deadlocks();

    const answers = await Promise.all(carts.map((cartId) => shop.checkout(cartId)));

    expect(tally(answers)).toEqual({ 201: 50, 409: 150 });
    const refused = answers.filter(({ status }) => status === 409);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['out_of_stock']));
    const level = await shop.ctx.db.prisma.stockLevel.findFirst({ where: { variantId } });
    expect(level).toMatchObject({ onHand: 50, reserved: 50 });
    const numbers = answers.flatMap(({ body }) => body.data?.order.number ?? []);
    expect(new Set(numbers).size).toBe(50);
    expect(await deadlocks()).toBe(before);
  }, 120_000);

  test('of carts with the same variants in every order causes no deadlock', async () => {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: Array.from({ length: 6 }, () => ({ stock: 30 })),
    });
    const carts = await inTurns(60, (index) => {
      const turned = [...variantIds.slice(index % 6), ...variantIds.slice(0, index % 6)];
      const ordered = index % 2 === 0 ? turned : turned.toReversed();
      return shop.readyCart(ordered.map((variantId) => ({ variantId, quantity: 1 })));
    });
    const before = await deadlocks();
    const answers = await Promise.all(carts.map((cartId) => shop.checkout(cartId)));
    expect(tally(answers)).toEqual({ 201: 30, 409: 30 });
    expect(await deadlocks()).toBe(before);
  }, 60_000);

  test('of one checkout whose price has changed refuses all requests alike, and sells nothing', async () => {
    for (let round = 1; round <= 8; round++) {
      const { variantIds } = await createProduct(shop.ctx);
      const [variantId = ''] = variantIds;
      const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
      await shop.ctx.db.prisma.price.updateMany({ where: { variantId }, data: { amount: 1200 } });
      const key = `repriced-${round}`;
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => shop.checkout(cartId, undefined, key)),
      );
      expect(answers.map(({ body }) => body.code)).toEqual(Array(6).fill('price_changed'));
      expect(await shop.ctx.db.prisma.order.count({ where: { cartId } })).toBe(0);
      await shop.checkout(cartId, undefined, `${key}-agreed`).expect(201);
    }
  }, 60_000);

  test('of one cart under 20 keys creates one order', async () => {
    const { variantIds } = await createProduct(shop.ctx);
    const cartId = await shop.readyCart([{ variantId: variantIds[0] ?? '', quantity: 1 }]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => shop.checkout(cartId)));
    expect(tally(answers)).toEqual({ 201: 1, 409: 19 });
    const orderId = answers.find(({ status }) => status === 201)?.body.data.order.id;
    const refused = answers.filter(({ status }) => status === 409);
    for (const { body } of refused) expect(body).toMatchObject({ code: 'cart_completed', orderId });
  });

  test('of one checkout sent 20 times creates one order and gives 20 identical answers', async () => {
    const { variantIds } = await createProduct(shop.ctx);
    const cartId = await shop.readyCart([{ variantId: variantIds[0] ?? '', quantity: 1 }]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => shop.checkout(cartId, undefined, 'one-key')),
    );
    expect(tally(answers)).toEqual({ 201: 20 });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await shop.ctx.db.prisma.order.count({ where: { cartId } })).toBe(1);
    const replayed = answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true');
    expect(replayed).toHaveLength(19);
  });
});
