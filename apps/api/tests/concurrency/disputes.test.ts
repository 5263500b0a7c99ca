import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { placeOrder, postOrder, storedOrder, type PlacedOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = variantIds[0] ?? '';
});

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

/** A paid order whose payment is disputed at Stripe, which the shop has not recorded yet. */
async function placeDisputed(): Promise<PlacedOrder & { disputeId: string }> {
  const placed = await placeOrder(shop, variantId);
  await shop.confirm(placed.secret, 'pm_card_createDispute');
  await shop.container.services.payments.sync(shop.ctx, 'stripe', placed.intentId);
  const { url, secretKey } = shop.sandbox;
  const answer = await fetch(`${url}/v1/disputes?payment_intent=${placed.intentId}`, {
    headers: { Authorization: `Bearer ${secretKey}` },
  });
  const { data } = (await answer.json()) as { data: { id: string }[] };
  return { ...placed, disputeId: data[0]?.id ?? '' };
}

describe('A dispute that is recorded', () => {
  test('after a cancellation has read the order, and before it locks it, leaves the order unchanged', async () => {
    const { orderId, disputeId } = await placeDisputed();
    const { checkout, disputes } = shop.container.services;
    // The key is claimed between the two.
    const claim = async () => {
      await disputes.sync(shop.ctx, 'stripe', disputeId);
      return { resumed: false };
    };
    const canceling = checkout.cancelAsStaff(shop.ctx, orderId, {
      reason: 'the customer asked',
      claim,
    });
    await expect(canceling).rejects.toMatchObject({ code: 'state_conflict' });
    expect(await storedOrder(shop, { orderId })).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'disputed',
    });
    expect(await shop.ctx.db.prisma.refund.count({ where: { orderId } })).toBe(0);
  });

  test('while its order is being canceled takes effect before or after that, never in between', async () => {
    const orders = [];
    for (let index = 0; index < 8; index++) orders.push(await placeDisputed());
    const { disputes } = shop.container.services;
    const outcomes = await Promise.all(
      orders.map(async (placed) => {
        const [{ status }] = await Promise.all([
          postOrder(shop, placed, 'cancel'),
          disputes.sync(shop.ctx, 'stripe', placed.disputeId),
        ]);
        return { placed, status };
      }),
    );
    for (const { placed, status } of outcomes) {
      const { orderId } = placed;
      const order = await storedOrder(shop, placed);
      const refunds = await shop.ctx.db.prisma.refund.count({ where: { orderId } });
      expect({ order: order.status, refunds }).toEqual(
        status === 200 ? { order: 'canceled', refunds: 1 } : { order: 'confirmed', refunds: 0 },
      );
    }
  });
});
