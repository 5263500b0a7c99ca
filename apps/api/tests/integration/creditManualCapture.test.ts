import { newId } from '../../src/utils/ids.ts';
import { assertPromisesKept } from '../helpers/books.ts';
import { createProduct } from '../helpers/catalog.ts';
import { balancesOf, checkoutWith, issueCard, ledgerOf } from '../helpers/credit.ts';
import { placedOf, postOrder, storedOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ env: { STRIPE_CAPTURE_METHOD: 'manual' } });
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
}, 30_000);

afterEach(() => assertPromisesKept(shop.ctx));

afterAll(() => shop.close());

/** An order of which a card pays 10.00, and whose rest is held by Stripe. */
async function placeHeld() {
  const card = await issueCard(shop, 1000);
  const { body } = await checkoutWith(shop, variantId, { cards: [card] });
  const placed = placedOf(body.data);
  await shop.confirm(placed.secret);
  await sync(placed.intentId);
  return { ...placed, card };
}

const sync = (intentId: string) =>
  shop.container.services.payments.sync(shop.ctx, 'stripe', intentId);

async function standing(placed: { orderId: string }) {
  const { status, paymentStatus, payments } = await storedOrder(shop, placed);
  const held = payments.map(({ provider, status }) => `${provider} ${status}`).toSorted();
  return [`${status} ${paymentStatus}`, ...held];
}

describe('What a card pays of an order whose rest is held', () => {
  test('is taken when staff capture the rest', async () => {
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

  test('goes back when the order is canceled, and is no refund', async () => {
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

  test('stays held when the authorization lapses, until somebody cancels the order', async () => {
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
