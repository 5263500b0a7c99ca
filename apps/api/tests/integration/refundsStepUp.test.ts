import { newId } from '../../src/kernel/ids.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { placePaidOrder, type PlacedOrder } from '../helpers/orders.ts';
import { signInPerson } from '../helpers/people.ts';
import { refund } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;
beforeAll(async () => {
  shop = await startSalesApp({ env: { REFUND_STEP_UP_AMOUNT: '1500' } });
  const product = await createProduct(shop.ctx, {
    variants: [{ stock: 100, prices: { USD: 1000 } }],
  });
  variantId = product.variantIds[0] ?? '';
}, 30_000);
afterAll(() => shop.close());

/** Someone of staff who signed in long ago. */
async function tiredClerk() {
  const clerk = await signInPerson(shop.container, {
    permissions: ['orders:refund', 'orders:cancel', 'orders:read'],
  });
  const setAge = (authenticatedAt: Date) =>
    shop.ctx.db.prisma.session.update({
      where: { id: clerk.sessionId },
      data: { authenticatedAt },
    });
  await setAge(new Date(0));
  return { as: clerk.as, stepUp: () => setAge(new Date()) };
}

const place = () => placePaidOrder(shop, [{ variantId, quantity: 3 }]);
const refundAs = (
  as: Record<string, string>,
  { orderId }: PlacedOrder,
  amount: number,
  key = newId('request'),
) =>
  shop.api
    .post(`/api/v1/admin/orders/${orderId}/refunds`)
    .set({ ...as, 'Idempotency-Key': key })
    .send({ reason: 'requested_by_customer', amount: { amount, currency: 'USD' } });

describe('A refund above the limit', () => {
  test('asks for a fresh factor, and is made by the same request once that is given', async () => {
    const { as, stepUp } = await tiredClerk();
    const placed = await place();
    const key = newId('request');
    const refused = await refundAs(as, placed, 1501, key).expect(403);
    expect(refused.body).toMatchObject({ code: 'factor_required' });
    await stepUp();
    const isMade = async () => (await refundAs(as, placed, 1501, key)).status === 201;
    expect(await eventually(isMade)).toBe(true);
  });

  test('is not made of small ones either', async () => {
    const { as } = await tiredClerk();
    const placed = await place();
    expect((await refundAs(as, placed, 1000)).status).toBe(201);
    expect((await refundAs(as, placed, 1000)).body).toMatchObject({ code: 'factor_required' });
    expect((await refundAs(as, placed, 500)).status).toBe(201);
  });

  test('asks for it as the cancellation of a paid order, too', async () => {
    const { as, stepUp } = await tiredClerk();
    const { orderId } = await place();
    const cancel = () =>
      shop.api
        .post(`/api/v1/admin/orders/${orderId}/cancel`)
        .set({ ...as, 'Idempotency-Key': newId('request') })
        .send({ reason: 'A mistake' });
    expect((await cancel()).body).toMatchObject({ code: 'factor_required' });
    await stepUp();
    expect(await eventually(async () => (await cancel()).status === 200)).toBe(true);
  });

  test('is made by keys, which prove who they are each time', async () => {
    const amount = { amount: 3000, currency: 'USD' };
    expect((await refund(shop, await place(), { amount })).status).toBe(201);
  });
});
