import { newId } from '../../src/kernel/ids.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { usd } from '../helpers/credit.ts';
import { doctor } from '../helpers/doctor.ts';
import { placePaidOrder, postOrder, type PlacedOrder } from '../helpers/orders.ts';
import { refund, refundsAtStripe, settleRefunds } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

const TOTAL = 2699;

let shop: SalesApp;
let variantId: string;

// Without a worker: what jobs and webhooks would do is done here, one thing after the other.
beforeAll(async () => {
  shop = await startSalesApp();
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
}, 30_000);

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

const place = () => placePaidOrder(shop, variantId);

async function refundOf(placed: PlacedOrder, amount: number): Promise<string> {
  const { body } = await refund(shop, placed, { amount: usd(amount) }).expect(201);
  await settleRefunds(shop, placed);
  return body.data.id;
}

const refuseRefunds = () =>
  shop.control('POST', 'faults', { path: '/v1/refunds', status: 400, times: 1 });

async function failedRefundOf(placed: PlacedOrder, amount: number): Promise<string> {
  await refuseRefunds();
  return refundOf(placed, amount);
}

const workflowOf = (subjectId: string) =>
  shop.ctx.db.prisma.workflow.findFirstOrThrow({ where: { kind: 'refund', subjectId } });

const retry = (refundId: string) =>
  shop.api
    .post(`/api/v1/admin/refunds/${refundId}/retry`)
    .set({ ...asStaff, 'Idempotency-Key': newId('request') });

describe('A failed refund', () => {
  test('needs no person once another refund has returned its money', async () => {
    const placed = await place();
    const failed = await failedRefundOf(placed, 1000);
    await refundOf(placed, TOTAL - 500);
    expect(await workflowOf(failed)).toMatchObject({ state: 'needs_person' });
    await refundOf(placed, 500);
    expect(await workflowOf(failed)).toMatchObject({
      state: 'compensated',
      lastError: 'its money has gone back in another way',
    });
    const { body } = await retry(failed).expect(409);
    expect(body).toMatchObject({
      code: 'refund_exceeds_payment',
      detail: '$10.00 was requested and $0.00 is left of the payment: $26.99 has been refunded.',
      left: { total: usd(0) },
    });
  });

  test('needs no person once someone has refunded it in the dashboard', async () => {
    const placed = await place();
    const failed = await failedRefundOf(placed, TOTAL);
    await shop.control('POST', `payment_intents/${placed.intentId}/refund`);
    expect(await refundsAtStripe(shop, placed)).toHaveLength(1);
    await shop.container.services.payments.syncRefundsOf(shop.ctx, 'stripe', placed.intentId);
    expect(await workflowOf(failed)).toMatchObject({ state: 'compensated' });
  });

  test('needs no person once a dispute was lost, and a retry is refused with that, or with an open one', async () => {
    const placed = await place();
    const failed = await failedRefundOf(placed, 1000);
    const dispute = await shop.control('POST', `payment_intents/${placed.intentId}/dispute`);
    const { id: disputeId } = dispute as { id: string };
    await shop.container.services.disputes.sync(shop.ctx, 'stripe', disputeId);
    const open = await retry(failed).expect(409);
    expect(open.body.detail).toContain('$26.99 is disputed');
    expect(await workflowOf(failed)).toMatchObject({ state: 'needs_person' });
    await shop.control('POST', `disputes/${disputeId}/lose`);
    await shop.container.services.disputes.sync(shop.ctx, 'stripe', disputeId);
    expect(await workflowOf(failed)).toMatchObject({ state: 'compensated' });
    const lost = await retry(failed).expect(409);
    expect(lost.body.detail).toBe(
      '$10.00 was requested and $0.00 is left of the payment: $26.99 was lost in a dispute.',
    );
  });

  test('of a canceled order is one finding of the doctor until it is abandoned, and then another', async () => {
    const placed = await place();
    await postOrder(shop, placed, 'cancel').expect(200);
    await refuseRefunds();
    await settleRefunds(shop, placed);
    const broken = async () => {
      const { findings } = await doctor.examine(shop.ctx);
      return findings.filter(({ state }) => state !== 'ok').map(({ id }) => id);
    };
    expect(await broken()).toEqual(['W2']);
    const [made] = await shop.ctx.db.prisma.refund.findMany({
      where: { orderId: placed.orderId },
    });
    const { id } = await workflowOf(made?.id ?? '');
    await shop.api
      .post(`/api/v1/admin/workflows/${id}/abandon`)
      .set({ ...asStaff, 'Idempotency-Key': newId('request') })
      .send({ reason: 'no demand' })
      .expect(200);
    expect(await broken()).toEqual(['P2']);
    await retry(made?.id ?? '').expect(200);
    await settleRefunds(shop, placed);
  });
});
