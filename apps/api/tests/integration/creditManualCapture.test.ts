import { newId } from '../../src/kernel/ids.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { balancesOf, checkoutWith, issueCard, ledgerOf, usd } from '../helpers/credit.ts';
import { placedOf, postOrder, storedOrder } from '../helpers/orders.ts';
import { refund, settleRefunds } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ env: { STRIPE_CAPTURE_METHOD: 'manual' } });
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
}, 30_000);

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** An order of which a gift card pays 10.00, and whose rest is authorized at Stripe. */
async function placeHeld() {
  const card = await issueCard(shop, 1000);
  const { body } = await checkoutWith(shop, variantId, { cards: [card] });
  const placed = placedOf(body.data);
  await shop.confirm(placed.secret);
  await sync(placed.intentId);
  return { ...placed, card };
}

/** The same, with a partial capture of the rest in Stripe's dashboard. */
async function placeCapturedInPart(amount: number) {
  const placed = await placeHeld();
  const part = { amount_to_capture: amount };
  await shop.control('POST', `payment_intents/${placed.intentId}/capture`, part);
  await sync(placed.intentId);
  return placed;
}

const callOf = ({ orderId: subjectId }: { orderId: string }) =>
  shop.ctx.db.prisma.workflow.findFirst({ where: { kind: 'checkout', subjectId } });

const sync = (intentId: string) =>
  shop.container.services.payments.sync(shop.ctx, 'stripe', intentId);

async function standing(placed: { orderId: string }) {
  const { status, paymentStatus, payments } = await storedOrder(shop, placed);
  const held = payments.map(({ provider, status }) => `${provider} ${status}`).toSorted();
  return [`${status} ${paymentStatus}`, ...held];
}

describe('The part that a gift card pays of an order whose rest is authorized', () => {
  test('is captured when staff capture the rest', async () => {
    const placed = await placeHeld();
    const held = ['confirmed authorized', 'credit authorized', 'stripe authorized'];
    expect(await standing(placed)).toEqual(held);
    await shop.api
      .post(`/api/v1/admin/orders/${placed.orderId}/capture`)
      .set({ ...asStaff, 'Idempotency-Key': newId('request') })
      .expect(200);
    const paid = ['confirmed paid', 'credit succeeded', 'stripe succeeded'];
    expect(await standing(placed)).toEqual(paid);
  });

  test('is released when the order is canceled, which is no refund', async () => {
    const placed = await placeHeld();
    await postOrder(shop, placed, 'cancel').expect(200);
    const ended = ['canceled unpaid', 'credit canceled', 'stripe canceled'];
    expect(await standing(placed)).toEqual(ended);
    expect(await ledgerOf(shop, placed.card)).toEqual([
      'issued 1000',
      'held -1000',
      'released 1000',
    ]);
    const refunds = await shop.ctx.db.prisma.refund.count({ where: { orderId: placed.orderId } });
    expect(refunds).toBe(0);
  });

  test('is released when staff refund all that a partial capture brought', async () => {
    const placed = await placeCapturedInPart(500);
    const part = ['confirmed partially_paid', 'credit authorized', 'stripe succeeded'];
    expect(await standing(placed)).toEqual(part);
    await refund(shop, placed, { amount: usd(500) }).expect(201);
    await settleRefunds(shop, placed);
    const over = ['confirmed refunded', 'credit canceled', 'stripe succeeded'];
    expect(await standing(placed)).toEqual(over);
    expect(await ledgerOf(shop, placed.card)).toEqual([
      'issued 1000',
      'held -1000',
      'released 1000',
    ]);
    expect(await callOf(placed)).toMatchObject({ state: 'succeeded' });
  });

  test('stays held while a part of a partial capture is kept, and needs a person', async () => {
    const placed = await placeCapturedInPart(500);
    await refund(shop, placed, { amount: usd(200) }).expect(201);
    await settleRefunds(shop, placed);
    const part = ['confirmed partially_refunded', 'credit authorized', 'stripe succeeded'];
    expect(await standing(placed)).toEqual(part);
    const call = { state: 'needs_person', lastError: expect.stringContaining('$5.00 instead of') };
    expect(await callOf(placed)).toMatchObject(call);
    await postOrder(shop, placed, 'cancel').expect(200);
    expect(await balancesOf(shop, [placed.card])).toEqual([1000]);
    expect(await callOf(placed)).toMatchObject({ state: 'compensated' });
  });

  test('is released when the bank takes back all that a partial capture brought', async () => {
    const placed = await placeCapturedInPart(500);
    const { disputes, orders } = shop.container.services;
    const sent = { fulfillment: 'fulfilled', reason: 'sent' } as const;
    await orders.transition(shop.ctx, placed.orderId, sent);
    const path = `payment_intents/${placed.intentId}/dispute`;
    const { id } = (await shop.control('POST', path)) as { id: string };
    await disputes.sync(shop.ctx, 'stripe', id);
    expect(await balancesOf(shop, [placed.card])).toEqual([0]);
    await shop.control('POST', `disputes/${id}/lose`);
    await disputes.sync(shop.ctx, 'stripe', id);
    expect(await standing(placed)).toContain('confirmed refunded');
    expect(await balancesOf(shop, [placed.card])).toEqual([1000]);
  });

  test('stays held when the authorization expires, until someone cancels the order', async () => {
    const placed = await placeHeld();
    await shop.control('POST', `payment_intents/${placed.intentId}/cancel`);
    await sync(placed.intentId);
    const lost = ['confirmed unpaid', 'credit authorized', 'stripe canceled'];
    expect(await standing(placed)).toEqual(lost);
    await shop.api
      .post(`/api/v1/admin/orders/${placed.orderId}/capture`)
      .set({ ...asStaff, 'Idempotency-Key': newId('request') })
      .expect(409);
    expect(await balancesOf(shop, [placed.card])).toEqual([0]);
    await postOrder(shop, placed, 'cancel').expect(200);
    expect(await balancesOf(shop, [placed.card])).toEqual([1000]);
  });
});
