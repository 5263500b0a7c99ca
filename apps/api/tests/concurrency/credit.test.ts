import { createProduct } from '../helpers/catalog.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { balancesOf, issueCard, ledgerOf, usd, type Card } from '../helpers/credit.ts';
import { makeDue, storedOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ env: { STRIPE_TIMEOUT_MS: '30000' } });
  const product = await createProduct(shop.ctx, { variants: [{ stock: 1000 }] });
  variantId = product.variantIds[0] ?? '';
}, 30_000);

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

const readyCarts = (count: number) =>
  Promise.all(Array.from({ length: count }, () => shop.readyCart([{ variantId, quantity: 1 }])));

const checkout = (cartId: string, cards: readonly Card[], key?: string) => {
  const giftCards = cards.map(({ code }) => code);
  return shop.checkout(cartId, { paymentProvider: 'stripe', giftCards }, key);
};

async function deadlocks(): Promise<number> {
  const [row] = await shop.ctx.db.prisma.$queryRaw<{ deadlocks: bigint }[]>`
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  return Number(row?.deadlocks ?? 0);
}

/** Expects this balance on each card. */
async function fillUp(cards: readonly Card[], amount: number): Promise<void> {
  for (const { id } of cards) {
    const [balance = 0] = await balancesOf(shop, [{ id }]);
    const missing = { amount: amount - balance, currency: 'USD' };
    if (missing.amount === 0) continue;
    await shop.container.services.credit.adjust(shop.ctx, id, {
      change: missing,
      reason: 'for the test',
    });
  }
}

/** The part of an order that credit pays. */
function creditOf(order: { payments: { provider: string; amount: { amount: number } }[] }): number {
  const payments = order.payments.filter(({ provider }) => provider === 'credit');
  return payments.reduce((sum, { amount }) => sum + amount.amount, 0);
}

describe('A race', () => {
  test('of 20 checkouts for one card of 50.00 spends exactly 50.00', async () => {
    const card = await issueCard(shop, 5000);
    const carts = await readyCarts(20);
    const answers = await Promise.all(carts.map((cartId) => checkout(cartId, [card])));
    const placed = answers.filter(({ status }) => status === 201);
    // One order is paid in full with it, one in part; the others are refused because it is empty.
    expect(placed.map(({ body }) => creditOf(body.data.order)).toSorted((a, b) => a - b)).toEqual([
      2301, 2699,
    ]);
    const refused = answers.filter(({ status }) => status === 422);
    expect(refused).toHaveLength(18);
    for (const { body } of refused) {
      expect(body.errors).toMatchObject([{ path: 'giftCards.0', code: 'empty' }]);
    }
    expect(await balancesOf(shop, [card])).toEqual([0]);
  }, 60_000);

  test('of one checkout sent 20 times places one hold', async () => {
    const card = await issueCard(shop, 1000);
    const [cartId = ''] = await readyCarts(1);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => checkout(cartId, [card], 'one-card')),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await ledgerOf(shop, card)).toEqual(['issued 1000', 'held -1000']);
  }, 60_000);

  test('for two cards, named in either order, causes no deadlock, nor does releasing both', async () => {
    const cards = [await issueCard(shop, 2700), await issueCard(shop, 2700)];
    const total = 2 * 2700;
    const before = await deadlocks();
    const answers = await Promise.all(
      (await readyCarts(12)).map((cartId, index) =>
        checkout(cartId, index % 2 ? cards : cards.toReversed()),
      ),
    );
    const placed = answers.filter(({ status }) => status === 201).map(({ body }) => body.data);
    const spent = placed.reduce((sum, { order }) => sum + creditOf(order), 0);
    const [first = 0, second = 0] = await balancesOf(shop, cards);
    expect(first + second).toBe(total - spent);

    for (const cartId of await readyCarts(8)) {
      await fillUp(cards, 1000);
      const { body } = await checkout(cartId, cards).expect(201);
      placed.push(body.data);
    }
    const canceled = await Promise.all(
      placed.map(({ order, orderToken }) =>
        shop.api
          .post(`/api/v1/orders/${order.id}/cancel`)
          .set({ 'Idempotency-Key': 'both', 'X-Order-Token': orderToken }),
      ),
    );
    expect(new Set(canceled.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await deadlocks()).toBe(before);
  }, 60_000);

  test('of ten adjustments of which two exceed the maximum lets one through', async () => {
    const { credit } = shop.container.services;
    const most = 10_000_000_000_000;
    const card = await issueCard(shop, most - 1000);
    const before = await credit.get(shop.ctx, card.id);
    const adjustments = Array.from({ length: 10 }, () =>
      credit.adjust(shop.ctx, card.id, { change: usd(600), reason: 'both counted' }),
    );
    const results = await Promise.allSettled(adjustments);
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const refusal of refused) {
      expect(refusal).toMatchObject({ reason: { code: 'validation_failed' } });
    }
    expect(await balancesOf(shop, [card])).toEqual([before.balance + 600]);
  });

  test('of ten adjustments of one account as it was read makes one', async () => {
    const { credit } = shop.container.services;
    const card = await issueCard(shop, 1000);
    const isExpected = ({ balance }: { balance: number }) => balance === 1000;
    const terms = { reason: 'as I have seen it', isExpected };
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        credit.adjust(shop.ctx, card.id, { change: usd(100), ...terms }),
      ),
    );
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const refusal of refused) {
      expect(refusal).toMatchObject({ reason: { code: 'precondition_failed' } });
    }
    expect(await balancesOf(shop, [card])).toEqual([1100]);
  });

  test('between expiry and payment leaves each hold captured or released', async () => {
    const { checkout: checkouts, payments } = shop.container.services;
    const orders: { orderId: string; secret: string; card: Card }[] = [];
    for (const cartId of await readyCarts(10)) {
      const card = await issueCard(shop, 1000);
      const { body } = await checkout(cartId, [card]).expect(201);
      const secret = String(body.data.payment.clientSecret);
      const orderId = String(body.data.order.id);
      await makeDue(shop, { orderId });
      orders.push({ orderId, secret, card });
    }
    await Promise.all([
      checkouts.expireDue(shop.ctx),
      checkouts.expireDue(shop.ctx),
      ...orders.map(async ({ secret }) => {
        await shop.confirm(secret);
        await payments.sync(shop.ctx, 'stripe', secret.split('_secret_')[0] ?? '');
      }),
    ]);
    for (const { orderId, card } of orders) {
      const { status, paymentStatus } = await storedOrder(shop, { orderId });
      const balance = await balancesOf(shop, [card]);
      const isPaid = status === 'confirmed';
      expect([status, paymentStatus, balance]).toEqual(
        isPaid ? ['confirmed', 'paid', [0]] : ['expired', 'unpaid', [1000]],
      );
    }
  }, 60_000);
});
