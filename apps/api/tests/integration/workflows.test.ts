import { newId } from '../../src/kernel/ids.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { placeOrder, placePaidOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff, orderOf } from '../helpers/staff.ts';

const workflows = '/api/v1/admin/workflows';
let shop: SalesApp;
let variantId = '';

beforeAll(async () => {
  shop = await startSalesApp({ env: { STRIPE_BREAKER_RESET_MS: '10' } });
  [variantId = ''] = (await createProduct(shop.ctx, { variants: [{ stock: 100 }] })).variantIds;
}, 30_000);
afterEach(async () => {
  await shop.control('DELETE', 'faults');
});
afterAll(() => shop.close());

const item = () => [{ variantId, quantity: 1 }];
const sweep = () => shop.container.services.recovery.sweep(shop.ctx);

async function workflowOf(subjectId: string) {
  const { body } = await shop.api.get(`${workflows}?subject=${subjectId}`).set(asStaff).expect(200);
  return body.data[0] as {
    id: string;
    state: string;
    step: string;
    attempts: number;
    lastError: string | null;
    deadlineAt: string | null;
    steps: { name: string; state: string; error: string | null }[];
  };
}

/** Its steps, in short: `reserve done, authorize running`. */
const stepsOf = async (subjectId: string) =>
  (await workflowOf(subjectId)).steps.map(({ name, state }) => `${name} ${state}`).join(', ');

const makeOverdue = (subjectId: string) =>
  shop.ctx.db.prisma.workflow.updateMany({
    where: { subjectId },
    data: { deadlineAt: new Date(0) },
  });

const act = (id: string, verb: 'retry' | 'abandon', reason = 'looked at it') =>
  shop.api
    .post(`${workflows}/${id}/${verb}`)
    .set({ ...asStaff, 'Idempotency-Key': newId('request') })
    .send({ reason });

/** A checkout whose payment could not be opened at Stripe. */
async function unopened() {
  await shop.control('POST', 'faults', { path: '/v1/payment_intents', status: 503, times: 99 });
  const cartId = await shop.readyCart(item());
  const { body } = await shop.checkout(cartId).expect(201);
  return body.data.order.id as string;
}

describe('The workflow of a checkout', () => {
  test('waits for the payer, and has succeeded once the order is paid', async () => {
    const order = await placeOrder(shop, item());
    expect(await stepsOf(order.orderId)).toBe('reserve done, authorize running');
    expect(await workflowOf(order.orderId)).toMatchObject({ state: 'waiting', attempts: 0 });
    await shop.confirm(order.secret);
    await shop.container.services.payments.sync(shop.ctx, 'stripe', order.intentId);
    expect(await workflowOf(order.orderId)).toMatchObject({ state: 'succeeded', deadlineAt: null });
    expect(await stepsOf(order.orderId)).toBe(
      'reserve done, authorize done, commit done, capture done',
    );
  });

  test('is compensated when no one pays', async () => {
    const order = await placeOrder(shop, item());
    await shop.ctx.db.prisma.order.update({
      where: { id: order.orderId },
      data: { lookAt: new Date(0) },
    });
    await shop.container.services.checkout.expireDue(shop.ctx);
    expect(await workflowOf(order.orderId)).toMatchObject({ state: 'compensated' });
    expect(await stepsOf(order.orderId)).toBe('reserve done, authorize compensated');
  });

  test('of a manual payment waits for its money without a deadline', async () => {
    const order = await placeOrder(shop, item(), { provider: 'manual' });
    expect(await workflowOf(order.orderId)).toMatchObject({ state: 'waiting', deadlineAt: null });
    expect(await stepsOf(order.orderId)).toBe(
      'reserve done, authorize done, commit done, capture running',
    );
  });
});

describe('The sweeper', () => {
  test('opens a payment that was never opened', async () => {
    const orderId = await unopened();
    expect(await workflowOf(orderId)).toMatchObject({ state: 'running' });
    await shop.control('DELETE', 'faults');
    await makeOverdue(orderId);
    await sweep();
    expect(await workflowOf(orderId)).toMatchObject({ state: 'waiting' });
    const [payment] = (await orderOf(shop, { orderId })).payments;
    expect(payment).toMatchObject({ status: 'pending' });
  });

  test('detects without a webhook that an order was paid', async () => {
    const order = await placeOrder(shop, item());
    await shop.confirm(order.secret);
    await makeOverdue(order.orderId);
    await sweep();
    expect(await workflowOf(order.orderId)).toMatchObject({ state: 'succeeded' });
    expect(await orderOf(shop, order)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'paid',
    });
  });

  test('records why it failed, and escalates to staff after eight attempts', async () => {
    const { orderId, paymentId } = await placeOrder(shop, item());
    await shop.ctx.db.prisma.payment.update({
      where: { id: paymentId },
      data: { providerId: `pi_of_${orderId}` },
    });
    for (let look = 1; look <= 8; look++) {
      await makeOverdue(orderId);
      await sweep();
      const { state, attempts } = await workflowOf(orderId);
      expect([state, attempts]).toEqual([look < 8 ? 'waiting' : 'needs_person', look]);
    }
    const { steps, lastError, id } = await workflowOf(orderId);
    expect(steps.at(-1)).toMatchObject({ name: 'authorize', state: 'failed', error: lastError });
    const events = await shop.ctx.db.prisma.event.findMany({
      where: { type: 'workflow.needs_person' },
    });
    expect(events.map(({ payload }) => payload)).toContainEqual({ workflowId: id });
    const failed = await shop.api.get(`${workflows}?state=failed`).set(asStaff).expect(200);
    expect(failed.body.data.map((workflow: { id: string }) => workflow.id)).toContain(id);
  });

  test('does not escalate an outage, however long, and retries with a growing delay', async () => {
    const orderId = await unopened();
    const pauses: number[] = [];
    for (let look = 1; look <= 9; look++) {
      await makeOverdue(orderId);
      await sweep();
      const { deadlineAt, state } = await workflowOf(orderId);
      expect(state).toBe('running');
      pauses.push(Math.round((Date.parse(String(deadlineAt)) - Date.now()) / 60_000));
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });
});

describe('Staff', () => {
  test('resume a checkout that needed a person', async () => {
    const orderId = await unopened();
    const { id } = await workflowOf(orderId);
    await shop.ctx.db.prisma.workflow.update({ where: { id }, data: { state: 'needs_person' } });
    await shop.control('DELETE', 'faults');
    const { body } = await act(id, 'retry', 'Stripe is back').expect(200);
    expect(body.data).toMatchObject({ state: 'waiting' });
    const [entry] = await shop.ctx.db.prisma.auditEntry.findMany({ where: { subject: id } });
    expect(entry).toMatchObject({ action: 'workflow.retry', reason: 'Stripe is back' });
  });

  test('abandon a checkout: its order is canceled and its stock released', async () => {
    const order = await placeOrder(shop, item());
    const { id } = await workflowOf(order.orderId);
    const { body } = await act(id, 'abandon').expect(200);
    expect(body.data).toMatchObject({ state: 'abandoned' });
    expect(await orderOf(shop, order)).toMatchObject({ status: 'canceled' });
    await act(id, 'abandon').expect(200);
    await act(id, 'retry').expect(409);
    await assertInvariants(shop.ctx);
  });

  test('cannot abandon a succeeded or unknown workflow, or one without a reason', async () => {
    const order = await placePaidOrder(shop, item());
    const { id } = await workflowOf(order.orderId);
    const { body } = await act(id, 'abandon').expect(409);
    expect(body.code).toBe('state_conflict');
    await act(newId('workflow'), 'retry').expect(404);
    await act(id, 'retry', '').expect(400);
    await shop.api.get(workflows).expect(401);
  });
});

describe('The workflow of a refund', () => {
  const refundOf = async (orderId: string) => {
    const { body } = await shop.api
      .post(`/api/v1/admin/orders/${orderId}/refunds`)
      .set({ ...asStaff, 'Idempotency-Key': newId('request') })
      .send({ amount: { amount: 100, currency: 'USD' }, reason: 'requested_by_customer' })
      .expect(201);
    return body.data.id as string;
  };

  test('is continued by the sweeper when its job is missing', async () => {
    const { orderId } = await placePaidOrder(shop, item());
    const refundId = await refundOf(orderId);
    expect(await workflowOf(refundId)).toMatchObject({ state: 'running', step: 'transfer' });
    await makeOverdue(refundId);
    await sweep();
    expect(await workflowOf(refundId)).toMatchObject({ state: 'succeeded' });
    expect(await stepsOf(refundId)).toBe('request done, transfer done');
  });

  test('needs a person when it fails, who can resume it', async () => {
    const { orderId } = await placePaidOrder(shop, item(), { card: 'pm_card_visa' });
    const refundId = await refundOf(orderId);
    await shop.control('POST', 'faults', { path: '/v1/refunds', status: 400, times: 1 });
    await makeOverdue(refundId);
    await sweep();
    const failed = await workflowOf(refundId);
    expect(failed).toMatchObject({ state: 'needs_person' });
    await act(failed.id, 'retry').expect(200);
    expect(await workflowOf(refundId)).toMatchObject({ state: 'succeeded' });
  });

  test('can be abandoned before the request to Stripe, and refunded again', async () => {
    const { orderId } = await placePaidOrder(shop, item());
    const refundId = await refundOf(orderId);
    await act((await workflowOf(refundId)).id, 'abandon').expect(200);
    expect(await workflowOf(refundId)).toMatchObject({ state: 'abandoned' });
    const payment = await shop.ctx.db.prisma.payment.findFirst({ where: { orderId } });
    expect(payment).toMatchObject({ refunding: 0n, refunded: 0n });
  });
});
