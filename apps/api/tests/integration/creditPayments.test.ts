import { createContext } from '../../src/kernel/context.ts';
import { newId } from '../../src/kernel/ids.ts';
import { presentPayment } from '../../src/presenters/payments.presenter.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import {
  balancesOf,
  checkoutWith,
  issueCard,
  ledgerOf,
  usd,
  type Card,
} from '../helpers/credit.ts';
import {
  eventsOf,
  makeDue,
  placedOf,
  postOrder,
  storedOrder,
  type PlacedOrder,
} from '../helpers/orders.ts';
import { refund, refundsAtStripe, settleRefunds } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

jest.setTimeout(30_000);

/** One unit with shipping and tax. */
const TOTAL = 2699;

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const product = await createProduct(shop.ctx, { variants: [{ stock: 500 }] });
  variantId = product.variantIds[0] ?? '';
});

afterEach(async () => {
  await shop.control('DELETE', 'faults');
  await assertInvariants(shop.ctx);
});

afterAll(() => shop.close());

/** An order that these cards pay in part; the rest is due at Stripe. */
async function placeSplit(cards: readonly Card[], variant = variantId): Promise<PlacedOrder> {
  const answer = await checkoutWith(shop, variant, { cards });
  expect(answer.status).toBe(201);
  return placedOf(answer.body.data);
}

/** Delivers Stripe's webhooks to the shop. */
const sync = ({ intentId }: PlacedOrder) =>
  shop.container.services.payments.sync(shop.ctx, 'stripe', intentId);

async function pay(placed: PlacedOrder, card?: string): Promise<void> {
  await shop.confirm(placed.secret, card);
  await sync(placed);
}

async function expire(placed: PlacedOrder): Promise<void> {
  await makeDue(shop, placed);
  await shop.container.services.checkout.expireDue(shop.ctx);
}

/** The statuses of the order and its payments, as text. */
async function standing(placed: Pick<PlacedOrder, 'orderId'>) {
  const { status, paymentStatus, payments } = await storedOrder(shop, placed);
  const paid = payments.map(({ provider, status, amount }) => `${provider} ${status} ${amount}`);
  return [`${status} ${paymentStatus}`, ...paid.toSorted()];
}

describe('A gift card', () => {
  test('with a sufficient balance pays the whole order at once, without Stripe', async () => {
    await shop.control('POST', 'faults', { path: '/v1', status: 500 });
    const card = await issueCard(shop, 5000);
    const answer = await checkoutWith(shop, variantId, { cards: [card] });
    expect(answer.status).toBe(201);
    const { order, payment } = answer.body.data;
    const paid = { provider: 'credit', status: 'succeeded', lastFour: card.code.slice(-4) };
    expect(payment).toEqual({ id: order.payments[0].id, amount: usd(TOTAL), ...paid });
    expect(order).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'paid',
      expiresAt: null,
      totals: { total: usd(TOTAL) },
      payments: [{ amount: usd(TOTAL), lastError: null, ...paid }],
    });
    expect(answer.text).not.toContain(card.code);
    expect(await balancesOf(shop, [card])).toEqual([5000 - TOTAL]);
    expect(await ledgerOf(shop, card)).toEqual(['issued 5000', `held -${TOTAL}`]);
    const seen = await shop.api.get(`/api/v1/admin/orders/${order.id}`).set(asStaff).expect(200);
    expect(seen.body.data.payments).toMatchObject([{ creditAccountId: card.id }]);
    const { payments } = await storedOrder(shop, { orderId: order.id });
    expect(payments[0]?.entries.map(({ kind }) => kind)).toEqual(['authorized', 'captured']);
    expect(await eventsOf(shop, { orderId: order.id })).toEqual([
      'order.confirmed',
      'order.paid',
      'order.placed',
    ]);
  });

  test('pays a part, and Stripe pays the rest', async () => {
    const card = await issueCard(shop, 1000);
    const answer = await checkoutWith(shop, variantId, {
      cards: [card],
      expectedTotal: usd(TOTAL),
    });
    expect(answer.status).toBe(201);
    const { order, payment } = answer.body.data;
    expect(payment).toMatchObject({
      provider: 'stripe',
      status: 'pending',
      amount: usd(1699),
      clientSecret: expect.any(String),
    });
    expect(order.payments).toMatchObject([
      { provider: 'credit', status: 'authorized', amount: usd(1000) },
      { provider: 'stripe', status: 'pending', amount: usd(1699), lastFour: null },
    ]);
    expect([order.status, order.paymentStatus]).toEqual(['pending', 'unpaid']);
    expect(await balancesOf(shop, [card])).toEqual([0]);
    await shop.confirm(payment.clientSecret);
    await sync({ ...order, intentId: payment.clientSecret.split('_secret_')[0] });
    expect(await standing({ orderId: order.id })).toEqual([
      'confirmed paid',
      'credit succeeded 1000',
      'stripe succeeded 1699',
    ]);
  });

  test('and others are spent in the order in which they are named, as far as needed', async () => {
    const cards = [
      await issueCard(shop, 1000),
      await issueCard(shop, 700),
      await issueCard(shop, 5000),
      await issueCard(shop, 5000),
    ];
    const answer = await checkoutWith(shop, variantId, { cards });
    const { order } = answer.body.data;
    const amounts = order.payments.map((payment: { amount: object }) => payment.amount);
    expect(amounts).toEqual([usd(1000), usd(700), usd(999)]);
    expect(await balancesOf(shop, cards)).toEqual([0, 0, 4001, 5000]);
    expect(order.paymentStatus).toBe('paid');
  });

  test('is charged once under a key, however its code is typed', async () => {
    const { id, code } = await issueCard(shop, 1000);
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const body = { paymentProvider: 'stripe', giftCards: [` ${code.toLowerCase()} `] };
    const first = await shop.checkout(cartId, body, 'card-once').expect(201);
    const second = await shop.checkout(cartId, body, 'card-once').expect(201);
    expect(second.text).toBe(first.text);
    expect(await ledgerOf(shop, { id })).toEqual(['issued 1000', 'held -1000']);
  });

  test('is held for an order with manual payment, and captured when that is paid', async () => {
    const card = await issueCard(shop, 1000);
    const paymentProvider = 'manual';
    const answer = await checkoutWith(shop, variantId, { cards: [card], paymentProvider });
    const orderId = String(answer.body.data.order.id);
    expect(await standing({ orderId })).toEqual([
      'confirmed unpaid',
      'credit authorized 1000',
      'manual pending 1699',
    ]);
    await shop.api
      .post(`/api/v1/admin/orders/${orderId}/mark-paid`)
      .set({ ...asStaff, 'Idempotency-Key': newId('request') })
      .send({})
      .expect(200);
    expect(await standing({ orderId })).toEqual([
      'confirmed paid',
      'credit succeeded 1000',
      'manual succeeded 1699',
    ]);
  });
});

describe('Store credit', () => {
  const place = async (customerId: string, giftCards: string[] = []) => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    await shop.ctx.db.prisma.cart.update({ where: { id: cartId }, data: { customerId } });
    const ctx = createContext(shop.ctx.db, { kind: 'customer', id: customerId }, newId('request'));
    return shop.container.services.checkout.place(ctx, {
      cartId,
      paymentProvider: 'stripe',
      giftCards,
      useStoreCredit: true,
      isVerified: true,
      claim: async () => ({ resumed: false }),
    });
  };
  const grant = async (customerId: string, amount: number, expiresAt?: string) => {
    const { account } = await shop.container.services.credit.issue(shop.ctx, {
      kind: 'store_credit',
      amount: usd(amount),
      customerId,
      expiresAt,
    });
    return account;
  };

  test("of a customer pays after the gift cards, what expires first to begin with, and never another customer's", async () => {
    const lasting = await grant('cus_grace', 1000);
    const lapsing = await grant('cus_grace', 700, '2999-01-01T00:00:00Z');
    const others = await grant('cus_other', 5000);
    const card = await issueCard(shop, 1500);
    const { order, payment } = await place('cus_grace', [card.code]);
    expect(order.payments.map(({ amount }) => amount)).toEqual([1500, 700, 499]);
    const shown = presentPayment(payment);
    expect(shown).toMatchObject({ provider: 'credit', amount: usd(499) });
    expect(shown).not.toHaveProperty('lastFour');
    expect(await balancesOf(shop, [card, lapsing, lasting, others])).toEqual([0, 0, 501, 5000]);
  });

  test('that does not exist is refused, and so is a guest', async () => {
    await expect(place('cus_poor')).rejects.toMatchObject({
      code: 'credit_unavailable',
      errors: [{ path: 'useStoreCredit', code: 'empty' }],
    });
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const body = { paymentProvider: 'stripe', useStoreCredit: true };
    const refused = await shop.checkout(cartId, body).expect(400);
    expect(refused.body.errors).toMatchObject([{ path: 'useStoreCredit' }]);
  });
});

describe('A hold on a gift card', () => {
  test('is released when the order is not paid in time', async () => {
    const card = await issueCard(shop, 1000);
    const placed = await placeSplit([card]);
    await expire(placed);
    expect(await standing(placed)).toEqual([
      'expired unpaid',
      'credit canceled 1000',
      'stripe canceled 1699',
    ]);
    expect(await ledgerOf(shop, card)).toEqual(['issued 1000', 'held -1000', 'released 1000']);
  });

  test('is released when an unpaid order is canceled', async () => {
    const card = await issueCard(shop, 1000);
    const placed = await placeSplit([card]);
    await postOrder(shop, placed, 'cancel').expect(200);
    expect(await balancesOf(shop, [card])).toEqual([1000]);
    expect((await standing(placed))[0]).toBe('canceled unpaid');
  });

  test('stays while a bank card is declined and a payment is canceled, for the one that pays', async () => {
    const card = await issueCard(shop, 1000);
    const placed = await placeSplit([card]);
    await pay(placed, 'pm_card_chargeDeclined');
    expect((await standing(placed))[0]).toBe('pending failed');
    expect(await balancesOf(shop, [card])).toEqual([0]);
    await shop.control('POST', `payment_intents/${placed.intentId}/cancel`);
    const { body } = await postOrder(shop, placed, 'payment').expect(200);
    expect(body.data).toMatchObject({ provider: 'stripe', amount: usd(1699) });
    const secret = String(body.data.clientSecret);
    await pay({ ...placed, secret, intentId: secret.split('_secret_')[0] ?? '' });
    expect(await standing(placed)).toEqual([
      'confirmed paid',
      'credit succeeded 1000',
      'stripe canceled 1699',
      'stripe succeeded 1699',
    ]);
  });

  test('that pays the whole order allows no other payment', async () => {
    const answer = await checkoutWith(shop, variantId, { cards: [await issueCard(shop, TOTAL)] });
    const { order, orderToken } = answer.body.data;
    const { body } = await shop.api
      .post(`/api/v1/orders/${order.id}/payment`)
      .set({ 'Idempotency-Key': newId('request'), 'X-Order-Token': orderToken })
      .expect(409);
    expect(body.detail).toBe('The order is paid.');
  });
});

describe('A late payment of an order that a gift card also pays', () => {
  const lapse = async (cards: readonly Card[], variant?: string) => {
    const placed = await placeSplit(cards, variant);
    const { orders, payments, inventory } = shop.container.services;
    // It expires without a call to Stripe, as if its webhook were late.
    await orders.transition(shop.ctx, placed.orderId, { order: 'expired', reason: 'for the test' });
    await payments.cancelLocal(shop.ctx, placed.orderId);
    await inventory.release(shop.ctx, placed.orderId);
    return placed;
  };

  test('holds the card again while it has the balance', async () => {
    const cards = [await issueCard(shop, 1000), await issueCard(shop, 200)];
    const placed = await lapse(cards);
    expect(await balancesOf(shop, cards)).toEqual([1000, 200]);
    await pay(placed);
    expect(await standing(placed)).toEqual([
      'confirmed paid',
      'credit canceled 1000',
      'credit canceled 200',
      'credit succeeded 1000',
      'credit succeeded 200',
      'stripe succeeded 1499',
    ]);
    expect(await balancesOf(shop, cards)).toEqual([0, 0]);
  });

  test.each([
    [
      'has been spent',
      async ({ id }: Card) => {
        await shop.container.services.credit.adjust(shop.ctx, id, {
          change: usd(-1),
          reason: 'spent elsewhere',
        });
      },
    ],
    [
      'is disabled',
      async ({ id }: Card) => {
        await shop.container.services.credit.disable(shop.ctx, id, { reason: 'stolen' });
      },
    ],
  ])('is refunded in full when the card %s', async (_why, spoil) => {
    const card = await issueCard(shop, 1000);
    const placed = await lapse([card]);
    await spoil(card);
    const [before] = await balancesOf(shop, [card]);
    await pay(placed);
    expect((await standing(placed))[0]).toBe('expired partially_paid');
    const [owed] = await shop.ctx.db.prisma.refund.findMany({
      where: { orderId: placed.orderId },
    });
    expect(owed).toMatchObject({ reason: 'late_payment', amount: 1699n, status: 'pending' });
    expect(await balancesOf(shop, [card])).toEqual([before]);
  });

  test('is refunded, and nothing is held, when the stock is gone', async () => {
    const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 1 }] });
    const [scarce = ''] = variantIds;
    const card = await issueCard(shop, 1000);
    const placed = await lapse([card], scarce);
    await placeSplit([await issueCard(shop, 1000)], scarce);
    await pay(placed);
    expect(await ledgerOf(shop, card)).toEqual(['issued 1000', 'held -1000', 'released 1000']);
    expect((await standing(placed))[0]).toBe('expired partially_paid');
  });
});

describe('Refunding what was paid with a gift card', () => {
  test('credits the card at once, after all that Stripe can refund', async () => {
    const card = await issueCard(shop, 1000);
    const placed = await placeSplit([card]);
    await pay(placed);
    await refund(shop, placed, { amount: usd(1000) }).expect(201);
    expect(await balancesOf(shop, [card])).toEqual([0]);
    const { body } = await refund(shop, placed, { amount: usd(1199) }).expect(201);
    expect(body.data.transfers).toMatchObject([
      { provider: 'stripe', amount: usd(699), status: 'pending' },
      { provider: 'credit', amount: usd(500), status: 'succeeded' },
    ]);
    expect(await balancesOf(shop, [card])).toEqual([500]);
    await settleRefunds(shop, placed);
    expect((await refundsAtStripe(shop, placed)).map(({ amount }) => amount)).toEqual([699, 1000]);
    expect((await standing(placed))[0]).toBe('confirmed partially_refunded');
    const rest = await refund(shop, placed, { amount: usd(500) }).expect(201);
    expect(rest.body.data.status).toBe('succeeded');
    expect(await ledgerOf(shop, card)).toEqual([
      'issued 1000',
      'held -1000',
      'refunded 500',
      'refunded 500',
    ]);
    expect((await standing(placed))[0]).toBe('confirmed refunded');
    await refund(shop, placed, { amount: usd(1) }).expect(409);
  });

  test('refunds both parts when the order is canceled', async () => {
    const cards = [await issueCard(shop, 1000), await issueCard(shop, 300)];
    const placed = await placeSplit(cards);
    await pay(placed);
    await postOrder(shop, placed, 'cancel').expect(200);
    expect(await balancesOf(shop, cards)).toEqual([1000, 300]);
    await settleRefunds(shop, placed);
    expect((await standing(placed))[0]).toBe('canceled refunded');
    expect((await refundsAtStripe(shop, placed)).map(({ amount }) => amount)).toEqual([1399]);
  });

  test('needs no provider when the card has paid for all of it', async () => {
    const card = await issueCard(shop, TOTAL);
    const answer = await checkoutWith(shop, variantId, { cards: [card] });
    const placed = placedOf(answer.body.data);
    const { body } = await postOrder(shop, placed, 'cancel').expect(200);
    expect(body.data).toMatchObject({
      status: 'canceled',
      paymentStatus: 'refunded',
      refunds: [{ status: 'succeeded', amount: usd(TOTAL) }],
    });
    expect(await balancesOf(shop, [card])).toEqual([TOTAL]);
  });
});

describe('An unusable gift card', () => {
  const refuse = async (giftCards: string[], cards: readonly Card[] = []) => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const before = await balancesOf(shop, cards);
    const refused = await shop.checkout(cartId, { paymentProvider: 'stripe', giftCards });
    expect(await balancesOf(shop, cards)).toEqual(before);
    expect(await shop.ctx.db.prisma.order.count({ where: { cartId } })).toBe(0);
    await shop.checkout(cartId).expect(201);
    return refused;
  };

  test('is refused by its place in the request, each with its reason, and nothing is bought', async () => {
    const { credit } = shop.container.services;
    const good = await issueCard(shop, 100);
    const disabled = await issueCard(shop, 100);
    await credit.disable(shop.ctx, disabled.id, { reason: 'stolen' });
    const lapsed = await issueCard(shop, 100);
    await shop.ctx.db.prisma.creditAccount.update({
      where: { id: lapsed.id },
      data: { expiresAt: new Date(0) },
    });
    const codes = [good, disabled, lapsed].map(({ code }) => code);
    const refused = await refuse([...codes, 'XXXX-0000-XXXX-0000', codes[0] ?? ''], [good]);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'credit_unavailable',
      errors: [
        { path: 'giftCards.1', code: 'disabled' },
        { path: 'giftCards.2', code: 'expired' },
        { path: 'giftCards.3', code: 'unknown' },
        { path: 'giftCards.4', code: 'duplicate' },
      ],
    });
    for (const code of codes) expect(refused.text).not.toContain(code);
  });

  test('is also refused when it is empty or in another currency', async () => {
    const empty = await issueCard(shop, 100);
    await shop.container.services.credit.adjust(shop.ctx, empty.id, {
      change: usd(-100),
      reason: 'spent',
    });
    const euros = await issueCard(shop, 5000, { currency: 'EUR' });
    const refused = await refuse([empty.code, euros.code], [euros]);
    expect(refused.body.errors).toMatchObject([
      { path: 'giftCards.0', code: 'empty' },
      { path: 'giftCards.1', code: 'other_currency', message: 'is in EUR' },
    ]);
  });

  test('is refused when it leaves less than Stripe accepts', async () => {
    const card = await issueCard(shop, TOTAL - 49);
    const refused = await refuse([card.code], [card]);
    expect([refused.status, refused.body.code]).toEqual([422, 'amount_too_small']);
  });

  test.each([
    ['none', []],
    ['six', Array(6).fill('7K2M-9QXD-0VTR-5HWE')],
    ['one that is too short', ['7K2M']],
    ['no text', [4]],
  ])('as %s is a bad request', async (_what, giftCards) => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const { body } = await shop
      .checkout(cartId, { paymentProvider: 'stripe', giftCards })
      .expect(400);
    expect(body.errors[0].path).toMatch(/^giftCards/);
  });

  test('cannot be named as the provider', async () => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const { body } = await shop.checkout(cartId, { paymentProvider: 'credit' }).expect(400);
    expect(body.errors).toMatchObject([{ path: 'paymentProvider' }]);
  });
});

test('No gift card code and no order token is stored, neither with the idempotency key nor elsewhere', async () => {
  const card = await issueCard(shop, 1000);
  const { token } = await placeSplit([card]);
  const { pool } = shop.container.database;
  for (const table of ['idempotency_keys', 'events', 'orders', 'payments', 'credit_accounts']) {
    const { rows } = await pool.query(`SELECT t::text AS row FROM ${table} t`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(card.code);
    expect(JSON.stringify(rows)).not.toContain(token);
  }
});
