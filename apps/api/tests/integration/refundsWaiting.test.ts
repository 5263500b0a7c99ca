import { setTimeout as delay } from 'node:timers/promises';
import { createReconciliationService } from '../../src/services/reconciliation.service.ts';
import { newId } from '../../src/kernel/ids.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { balancesOf, checkoutWith, issueCard, usd } from '../helpers/credit.ts';
import { eventually } from '../helpers/eventually.ts';
import {
  eventsOf,
  placedOf,
  placeOrder,
  placePaidOrder,
  postOrder,
  storedOrder,
  type PlacedOrder,
} from '../helpers/orders.ts';
import { refund, refundsAtStripe, settleRefunds } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff, orderOf } from '../helpers/staff.ts';

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

type Disputed = PlacedOrder & { readonly disputeId: string };

async function dispute({ intentId }: PlacedOrder, body: Record<string, unknown> = {}) {
  const made = await shop.control('POST', `payment_intents/${intentId}/dispute`, body);
  return (made as { id: string }).id;
}

const decide = (disputeId: string, outcome: 'win' | 'lose') =>
  shop.control('POST', `disputes/${disputeId}/${outcome}`);

const hear = (disputeId: string) =>
  shop.container.services.disputes.sync(shop.ctx, 'stripe', disputeId);

/** A canceled order that was disputed before the shop's refund; the shop has received no webhook of it. */
async function placeBlocked(body: Record<string, unknown> = {}): Promise<Disputed> {
  const placed = await placePaidOrder(shop, variantId);
  const disputeId = await dispute(placed, body);
  await postOrder(shop, placed, 'cancel').expect(200);
  await settleRefunds(shop, placed);
  return { ...placed, disputeId };
}

const faults = async () => (await shop.control('GET', 'faults')) as object[];

const refundsOf = async (placed: PlacedOrder) =>
  (await orderOf(shop, placed)).refunds.map(({ status, amount }) => `${status} ${amount.amount}`);

const returned = async (placed: PlacedOrder) =>
  (await refundsAtStripe(shop, placed)).map(({ amount }) => amount);

async function workflowsOf({ orderId }: PlacedOrder) {
  const refunds = await shop.ctx.db.prisma.refund.findMany({ where: { orderId } });
  return shop.ctx.db.prisma.workflow.findMany({
    where: { kind: 'refund', subjectId: { in: refunds.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  });
}

const statesOf = async (placed: PlacedOrder) =>
  (await workflowsOf(placed)).map(({ state }) => state);

const retry = async (placed: PlacedOrder, index = 0) => {
  const { refunds } = await orderOf(shop, placed);
  return shop.api
    .post(`/api/v1/admin/refunds/${refunds[index]?.id}/retry`)
    .set({ ...asStaff, 'Idempotency-Key': newId('request') });
};

/** Runs the sweeper's work of the next hour. */
async function sweep(placed: PlacedOrder): Promise<void> {
  const ids = (await workflowsOf(placed)).map(({ id }) => id);
  await shop.ctx.db.prisma.workflow.updateMany({
    where: { id: { in: ids }, state: { in: ['running', 'waiting'] } },
    data: { deadlineAt: new Date(Date.now() - 1000) },
  });
  await shop.container.services.recovery.sweep(shop.ctx);
}

/** A canceled order whose refund the bank has sent back, of which a part is disputed since. */
async function placeBouncedAndDisputed(amount: number): Promise<Disputed> {
  const placed = await placePaidOrder(shop, variantId);
  await postOrder(shop, placed, 'cancel').expect(200);
  await settleRefunds(shop, placed);
  const [made] = await refundsAtStripe(shop, placed);
  await shop.control('POST', `refunds/${made?.id}/fail`);
  await shop.container.services.payments.syncRefundsOf(shop.ctx, 'stripe', placed.intentId);
  const disputeId = await dispute(placed, { amount });
  await hear(disputeId);
  return { ...placed, disputeId };
}

describe('Money of a canceled order that comes back with a dispute that is won', () => {
  const WON = 999;
  const REST = TOTAL - WON;

  test('is refunded when the retry of its failed refund took what was left beside the dispute', async () => {
    const placed = await placeBouncedAndDisputed(WON);
    expect((await retry(placed)).status).toBe(200);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual([`failed ${TOTAL}`, `waiting ${REST}`]);
    await decide(placed.disputeId, 'win');
    await Promise.all([hear(placed.disputeId), hear(placed.disputeId)]);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual([
      `failed ${TOTAL}`,
      `succeeded ${REST}`,
      `succeeded ${WON}`,
    ]);
    expect(await statesOf(placed)).toEqual(['compensated', 'succeeded', 'succeeded']);
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'refunded' });
  });

  test('is left to staff while they are called for the failed refund', async () => {
    const placed = await placeBouncedAndDisputed(WON);
    await decide(placed.disputeId, 'win');
    await hear(placed.disputeId);
    expect(await refundsOf(placed)).toEqual([`failed ${TOTAL}`]);
    expect(await statesOf(placed)).toEqual(['needs_person']);
    expect((await retry(placed)).status).toBe(200);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual([`succeeded ${TOTAL}`]);
  });
});

describe('A refund that a dispute blocks', () => {
  test('waits for the decision, shown to staff without a mail', async () => {
    const placed = await placeBlocked();
    await hear(placed.disputeId);
    expect(await refundsOf(placed)).toEqual([`waiting ${TOTAL}`]);
    expect(await workflowsOf(placed)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    expect(await eventsOf(shop, placed)).not.toContain('refund.failed');
    const { body } = await shop.api
      .get(`/api/v1/orders/${placed.orderId}`)
      .set('X-Order-Token', placed.token)
      .expect(200);
    expect(body.data.refunds).toMatchObject([{ status: 'pending' }]);
    const answer = await retry(placed);
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain('disputed');
    await sweep(placed);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual([`waiting ${TOTAL}`]);
  });

  test('is made when the dispute is won', async () => {
    const placed = await placeBlocked();
    await hear(placed.disputeId);
    await decide(placed.disputeId, 'win');
    await hear(placed.disputeId);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual([`succeeded ${TOTAL}`]);
    expect(await returned(placed)).toEqual([TOTAL]);
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'refunded' });
  });

  test('also waits when it was pending at Stripe as the dispute began', async () => {
    const placed = await placePaidOrder(shop, variantId, { card: 'pm_card_pendingRefund' });
    const hearRefunds = () =>
      shop.container.services.payments.syncRefundsOf(shop.ctx, 'stripe', placed.intentId);
    await postOrder(shop, placed, 'cancel').expect(200);
    await settleRefunds(shop, placed);
    const [pending] = await refundsAtStripe(shop, placed);
    const reason = 'charge_for_pending_refund_disputed';
    await shop.control('POST', `refunds/${pending?.id}/fail`, { reason });
    const disputeId = await dispute(placed);
    await hearRefunds();
    await hearRefunds();
    expect(await refundsOf(placed)).toEqual([`waiting ${TOTAL}`]);
    expect(await statesOf(placed)).toEqual(['waiting']);
    expect(await eventsOf(shop, placed)).not.toContain('refund.failed');
    await settleRefunds(shop, placed);
    await hear(disputeId);
    await decide(disputeId, 'win');
    await hear(disputeId);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual([`pending ${TOTAL}`]);
    const again = (await refundsAtStripe(shop, placed)).find(({ status }) => status === 'pending');
    await shop.control('POST', `refunds/${again?.id}/settle`);
    await hearRefunds();
    expect(await refundsOf(placed)).toEqual([`succeeded ${TOTAL}`]);
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'refunded' });
  });

  test('is closed as obsolete when the dispute is lost, without a mail', async () => {
    const placed = await placeBlocked();
    await hear(placed.disputeId);
    await decide(placed.disputeId, 'lose');
    await hear(placed.disputeId);
    expect(await refundsOf(placed)).toEqual([`failed ${TOTAL}`]);
    expect(await statesOf(placed)).toEqual(['compensated']);
    expect(await eventsOf(shop, placed)).not.toContain('refund.failed');
    expect(await returned(placed)).toEqual([]);
    expect((await retry(placed)).status).toBe(409);
  });

  test('is made as far as the dispute concerns another part', async () => {
    const placed = await placeBlocked({ amount: 1000 });
    await hear(placed.disputeId);
    await decide(placed.disputeId, 'lose');
    await hear(placed.disputeId);
    await settleRefunds(shop, placed);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual([`failed ${TOTAL}`, `succeeded ${TOTAL - 1000}`]);
    expect(await statesOf(placed)).toEqual(['compensated', 'succeeded']);
    expect(await returned(placed)).toEqual([TOTAL - 1000]);
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'refunded' });
    const { items } = await shop.ctx.db.prisma.order.findUniqueOrThrow({
      where: { id: placed.orderId },
      include: { items: true },
    });
    expect(items).toMatchObject([{ refundedQuantity: 1 }]);
  });

  test('waits for the last of several disputes', async () => {
    const placed = await placeBlocked({ amount: 1000 });
    const second = await dispute(placed, { amount: 500 });
    await hear(placed.disputeId);
    await hear(second);
    await decide(placed.disputeId, 'win');
    await hear(placed.disputeId);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual([`waiting ${TOTAL}`]);
    await decide(second, 'lose');
    await hear(second);
    await settleRefunds(shop, placed);
    await settleRefunds(shop, placed);
    expect(await returned(placed)).toEqual([TOTAL - 500]);
  });

  test('is requested again soon when the shop knows of no open dispute, and then needs a person', async () => {
    const placed = await placeBlocked();
    const [{ deadlineAt } = { deadlineAt: null }] = await workflowsOf(placed);
    expect(Number(deadlineAt) - Date.now()).toBeLessThan(90_000);
    for (let look = 1; look < 8; look++) await sweep(placed);
    expect(await statesOf(placed)).toEqual(['waiting']);
    await sweep(placed);
    expect(await statesOf(placed)).toEqual(['needs_person']);
    expect(await refundsOf(placed)).toEqual([`waiting ${TOTAL}`]);
    // Once recorded, it continues like any other.
    await decide(placed.disputeId, 'win');
    await hear(placed.disputeId);
    await settleRefunds(shop, placed);
    expect(await statesOf(placed)).toEqual(['succeeded']);
  });

  test('is made when the decision is recorded before the refusal', async () => {
    const placed = await placePaidOrder(shop, variantId);
    const disputeId = await dispute(placed);
    await postOrder(shop, placed, 'cancel').expect(200);
    // The bank decides while Stripe's refusal is in transit.
    const slow = { method: 'POST', path: '/v1/refunds', when: 'after', delayMs: 1000 };
    await shop.control('POST', 'faults', slow);
    const refused = settleRefunds(shop, placed);
    await eventually(async () => (await faults()).length === 0);
    await delay(100);
    await decide(disputeId, 'win');
    await hear(disputeId);
    await refused;
    expect(await refundsOf(placed)).toEqual([`waiting ${TOTAL}`]);
    await sweep(placed);
    expect(await refundsOf(placed)).toEqual([`succeeded ${TOTAL}`]);
  });

  test('is made without a webhook: the reconciliation finds the decision', async () => {
    const placed = await placeBlocked();
    const options = { settleSeconds: 0 };
    const reconciliation = createReconciliationService({ ...shop.container.services, options });
    await reconciliation.run(shop.ctx);
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'disputed' });
    await decide(placed.disputeId, 'win');
    await reconciliation.run(shop.ctx);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual([`succeeded ${TOTAL}`]);
  });

  test('of a part is made while the order is not canceled', async () => {
    const placed = await placePaidOrder(shop, variantId);
    const disputeId = await dispute(placed);
    await refund(shop, placed, { amount: usd(500) }).expect(201);
    await settleRefunds(shop, placed);
    await hear(disputeId);
    await decide(disputeId, 'win');
    await hear(disputeId);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual(['succeeded 500']);
    expect(await storedOrder(shop, placed)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'partially_refunded',
    });
  });

  test('can be abandoned by staff', async () => {
    const placed = await placePaidOrder(shop, variantId);
    const disputeId = await dispute(placed);
    await refund(shop, placed, { amount: usd(500) }).expect(201);
    await settleRefunds(shop, placed);
    const [workflow] = await workflowsOf(placed);
    await shop.api
      .post(`/api/v1/admin/workflows/${workflow?.id}/abandon`)
      .set({ ...asStaff, 'Idempotency-Key': newId('request') })
      .send({ reason: 'the customer wants it no longer' })
      .expect(200);
    await decide(disputeId, 'win');
    await hear(disputeId);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual(['failed 500']);
    expect(await returned(placed)).toEqual([]);
  });

  test('of a late payment is made like any other', async () => {
    const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 1 }] });
    const [scarce = ''] = variantIds;
    const placed = await placeOrder(shop, scarce);
    const { orders, inventory, payments } = shop.container.services;
    await orders.transition(shop.ctx, placed.orderId, { order: 'expired', reason: 'for the test' });
    await inventory.release(shop.ctx, placed.orderId);
    await placeOrder(shop, scarce);
    await shop.confirm(placed.secret);
    await payments.sync(shop.ctx, 'stripe', placed.intentId);
    const disputeId = await dispute(placed);
    await settleRefunds(shop, placed);
    await hear(disputeId);
    expect(await refundsOf(placed)).toEqual([`waiting ${TOTAL}`]);
    await decide(disputeId, 'win');
    await hear(disputeId);
    await settleRefunds(shop, placed);
    expect(await returned(placed)).toEqual([TOTAL]);
    expect(await storedOrder(shop, placed)).toMatchObject({
      status: 'expired',
      paymentStatus: 'refunded',
    });
  });

  test('of an order that a gift card has paid in part credits the card at once', async () => {
    const card = await issueCard(shop, 1000);
    const { body } = await checkoutWith(shop, variantId, { cards: [card] });
    const placed = placedOf(body.data);
    await shop.confirm(placed.secret);
    await shop.container.services.payments.sync(shop.ctx, 'stripe', placed.intentId);
    const disputeId = await dispute(placed);
    await postOrder(shop, placed, 'cancel').expect(200);
    await settleRefunds(shop, placed);
    await hear(disputeId);
    expect(await refundsOf(placed)).toEqual([`waiting ${TOTAL}`]);
    expect(await balancesOf(shop, [card])).toEqual([1000]);
    await decide(disputeId, 'lose');
    await hear(disputeId);
    expect(await statesOf(placed)).toEqual(['compensated']);
    expect(await returned(placed)).toEqual([]);
    expect(await balancesOf(shop, [card])).toEqual([1000]);
    expect(await eventsOf(shop, placed)).not.toContain('refund.failed');
    // The order shows what was refunded, and no pending refund.
    const { body: seen } = await shop.api
      .get(`/api/v1/orders/${placed.orderId}`)
      .set('X-Order-Token', placed.token)
      .expect(200);
    expect(seen.data.refunds).toMatchObject([{ status: 'succeeded', amount: usd(1000) }]);
  });

  test('is made of what the dashboard has left after the dispute was won', async () => {
    const placed = await placeBlocked();
    await hear(placed.disputeId);
    await decide(placed.disputeId, 'win');
    await shop.control('POST', `payment_intents/${placed.intentId}/refund`, { amount: 1000 });
    await hear(placed.disputeId);
    await settleRefunds(shop, placed);
    await shop.container.services.payments.syncRefundsOf(shop.ctx, 'stripe', placed.intentId);
    await settleRefunds(shop, placed);
    await settleRefunds(shop, placed);
    expect(await returned(placed)).toEqual([TOTAL - 1000, 1000]);
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'refunded' });
    expect(await eventsOf(shop, placed)).not.toContain('refund.failed');
  });
});

test('An inquiry of a bank blocks no refund', async () => {
  const placed = await placePaidOrder(shop, variantId);
  const inquiry = await dispute(placed, { inquiry: true });
  await hear(inquiry);
  expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'paid' });
  await refund(shop, placed, { amount: usd(500) }).expect(201);
  await settleRefunds(shop, placed);
  expect(await refundsOf(placed)).toEqual(['succeeded 500']);
  // It becomes a dispute, and then the rest waits.
  await shop.control('POST', `disputes/${inquiry}/escalate`);
  await postOrder(shop, placed, 'cancel').expect(200);
  await settleRefunds(shop, placed);
  await hear(inquiry);
  expect(await refundsOf(placed)).toEqual(['succeeded 500', `waiting ${TOTAL - 500}`]);
  await decide(inquiry, 'win');
  await hear(inquiry);
  await settleRefunds(shop, placed);
  expect(await returned(placed)).toEqual([TOTAL - 500, 500]);
});

test('A refund that was asked for longer ago than Stripe remembers is looked for first', async () => {
  const placed = await placePaidOrder(shop, variantId);
  // Twice: where a connection is reset, Stripe's library sends the request again by itself.
  const reset = { method: 'POST', path: '/v1/refunds', when: 'after', reset: true, times: 2 };
  await shop.control('POST', 'faults', reset);
  const { body } = await refund(shop, placed, { amount: usd(800) }).expect(201);
  const [{ id } = { id: '' }] = body.data.transfers as { id: string }[];
  await expect(settleRefunds(shop, placed)).rejects.toThrow('connection to Stripe');
  expect(await returned(placed)).toEqual([800]);
  await shop.ctx.db.prisma.refundTransfer.update({
    where: { id },
    data: { askedAt: new Date(Date.now() - 24 * 3_600_000) },
  });
  await shop.control('DELETE', 'requests');
  await settleRefunds(shop, placed);
  expect(await orderOf(shop, placed)).toMatchObject({ paymentStatus: 'partially_refunded' });
  expect(await returned(placed)).toEqual([800]);
  const { counts } = (await shop.control('GET', 'requests')) as { counts: object };
  expect(Object.keys(counts)).not.toContain('POST /v1/refunds');
});

describe('The retry of a failed refund', () => {
  const refuse = () =>
    shop.control('POST', 'faults', { path: '/v1/refunds', status: 400, times: 1 });

  test('refunds what is left of a canceled order', async () => {
    const placed = await placePaidOrder(shop, variantId);
    await refuse();
    await refund(shop, placed, {
      lines: [{ itemId: placed.itemIds[0], quantity: 1 }],
      restock: false,
    }).expect(201);
    await settleRefunds(shop, placed);
    await refuse();
    await postOrder(shop, placed, 'cancel').expect(200);
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual(['failed 2199', `failed ${TOTAL}`]);
    expect((await retry(placed)).status).toBe(200);
    await settleRefunds(shop, placed);
    const answer = await retry(placed, 1);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ status: 'pending', amount: usd(500) });
    await settleRefunds(shop, placed);
    expect(await refundsOf(placed)).toEqual(['succeeded 2199', `failed ${TOTAL}`, 'succeeded 500']);
    expect(await statesOf(placed)).toEqual(['succeeded', 'compensated', 'succeeded']);
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'refunded' });
  });

  test('refunds the whole amount of an order that is not canceled, and is refused where less is left', async () => {
    const placed = await placePaidOrder(shop, variantId);
    await refuse();
    await refund(shop, placed, { amount: usd(2000) }).expect(201);
    await settleRefunds(shop, placed);
    await refund(shop, placed, { amount: usd(1000) }).expect(201);
    await settleRefunds(shop, placed);
    expect((await retry(placed)).body).toMatchObject({ code: 'refund_exceeds_payment' });
  });
});
