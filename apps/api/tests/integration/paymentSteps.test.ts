import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { balancesOf, issueCard } from '../helpers/credit.ts';
import { customerMail } from '../helpers/mails.ts';
import { placedOf, storedOrder, type PlacedOrder } from '../helpers/orders.ts';
import { refund, refundsAtStripe, settleRefunds } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { orderOf } from '../helpers/staff.ts';
import { confirmation } from '../../src/mails/orders/confirmation.ts';
import { readOrderForMail } from '../../src/mails/orders/readOrder.ts';

let shop: SalesApp;

beforeAll(async () => {
  shop = await startSalesApp();
}, 30_000);

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

interface Terms {
  provider?: 'stripe' | 'manual';
  giftCards?: string[];
  quantity?: number;
}

/** An order of goods that are not sent and not taxed, at this price. */
async function placeAt(price: number, currency: string, terms: Terms = {}) {
  const { provider = 'stripe', giftCards, quantity = 1 } = terms;
  const { variantIds } = await createProduct(shop.ctx, {
    variants: [{ prices: { [currency]: price }, requiresShipping: false, taxable: false }],
  });
  const items = [{ variantId: variantIds[0] ?? '', quantity }];
  const cartId = await shop.readyCart(items, { shippingOptionId: null }, { currency });
  const cart = await shop.api.get(`/api/v1/carts/${cartId}`).expect(200);
  const body = { paymentProvider: provider, ...(giftCards && { giftCards }) };
  const answer = await shop.checkout(cartId, body).expect(201);
  const { order, payment } = answer.body.data;
  // The cart shows the order's total, before and after.
  expect(order.totals).toEqual(cart.body.data.totals);
  const sold = await shop.api.get(`/api/v1/carts/${cartId}`).expect(200);
  expect(sold.body.data.totals).toEqual(order.totals);
  return { placed: placedOf(answer.body.data), order, payment };
}

/** Pays with the card, and waits for the webhook. */
async function pay(placed: PlacedOrder) {
  await shop.confirm(placed.secret);
  await shop.container.services.payments.sync(shop.ctx, 'stripe', placed.intentId);
}

/** The amount that Stripe has charged, in its own units. */
async function askedAtStripe({ intentId }: PlacedOrder): Promise<number> {
  const answer = await fetch(`${shop.sandbox.url}/v1/payment_intents/${intentId}`, {
    headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
  });
  return ((await answer.json()) as { amount: number }).amount;
}

/** The text of the order's confirmation. */
async function mailOf({ orderId }: PlacedOrder): Promise<string> {
  const order = await readOrderForMail(shop.ctx, { orderId });
  if (!order) throw new Error('no order');
  return customerMail(confirmation, order).text.replaceAll('\u00a0', ' ');
}

describe('The charge equals the total of the order', () => {
  test.each([
    ['KWD', 5129, 5120, 5120, 'Rounding: -KWD 0.009\nTotal: KWD 5.120'],
    ['BHD', 5125, 5120, 5120, 'Rounding: -BHD 0.005\nTotal: BHD 5.120'],
    ['JOD', 5120, 5120, 5120, 'Total: JOD 5.120'],
    ['MGA', 512_345, 512_300, 5123, 'Rounding: -MGA 0.45\nTotal: MGA 5,123.00'],
    ['ISK', 512, 512, 51_200, 'Total: ISK 512'],
    ['UGX', 5127, 5127, 512_700, 'Total: UGX 5,127'],
    ['HUF', 51_205, 51_205, 51_205, 'Total: HUF 512.05'],
    ['TWD', 51_205, 51_205, 51_205, 'Total: NT$512.05'],
    ['JPY', 513, 513, 513, 'Total: ¥513'],
  ])('in %s, of a price of %i', async (currency, price, total, atStripe, words) => {
    const { placed, order, payment } = await placeAt(price, currency);
    expect(order.totals.subtotal.amount).toBe(price);
    expect(order.totals.rounding).toEqual(
      total === price ? undefined : { amount: total - price, currency },
    );
    expect(order.totals.total).toEqual({ amount: total, currency });
    expect(payment.amount).toEqual({ amount: total, currency });
    expect(await askedAtStripe(placed)).toBe(atStripe);
    await pay(placed);
    const stored = await storedOrder(shop, placed);
    expect(stored).toMatchObject({
      paymentStatus: 'paid',
      total: BigInt(total),
      payments: [{ captured: BigInt(total), entries: [{ amount: BigInt(total) }] }],
    });
    expect(await mailOf(placed)).toContain(words);
  });

  test('also with manual payment', async () => {
    const { order, payment } = await placeAt(5129, 'KWD', { provider: 'manual' });
    expect(order.totals.total.amount).toBe(5120);
    expect(payment.amount.amount).toBe(5120);
  });

  test('also where a gift card leaves an amount that Stripe cannot charge: the card keeps some', async () => {
    const card = await issueCard(shop, 4117, { currency: 'KWD' });
    const { placed, order, payment } = await placeAt(5129, 'KWD', { giftCards: [card.code] });
    expect(order.totals.total.amount).toBe(5120);
    expect(payment.amount.amount).toBe(1010);
    expect(await balancesOf(shop, [card])).toEqual([7]);
    await pay(placed);
    expect(await orderOf(shop, placed)).toMatchObject({ paymentStatus: 'paid' });
  });
});

describe('A refund of a rounded total', () => {
  test('returns what was charged, line by line', async () => {
    const { placed } = await placeAt(1003, 'KWD', { quantity: 3 });
    await pay(placed);
    const given: number[] = [];
    for (let unit = 0; unit < 3; unit++) {
      const lines = [{ itemId: placed.itemIds[0], quantity: 1 }];
      const { body } = await refund(shop, placed, { lines, restock: true }).expect(201);
      given.push(body.data.amount.amount);
    }
    expect(given.reduce((sum, amount) => sum + amount)).toBe(3000);
    await settleRefunds(shop, placed);
    expect(await orderOf(shop, placed)).toMatchObject({ paymentStatus: 'refunded' });
    expect((await refundsAtStripe(shop, placed)).every(({ amount }) => amount % 10 === 0)).toBe(
      true,
    );
  });

  test('is refused for an amount that cannot be refunded exactly', async () => {
    const { placed } = await placeAt(5129, 'KWD');
    await pay(placed);
    const amount = { amount: 1005, currency: 'KWD' };
    const { body } = await refund(shop, placed, { amount }).expect(422);
    expect(body).toMatchObject({
      code: 'refund_not_possible',
      errors: [{ path: 'amount', code: 'inexact', message: expect.stringContaining('1.000') }],
    });
    expect(await refundsAtStripe(shop, placed)).toEqual([]);
    await refund(shop, placed, { amount: { amount: 5120, currency: 'KWD' } }).expect(201);
  });
});
