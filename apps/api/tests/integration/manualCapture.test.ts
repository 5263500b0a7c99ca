import { newId } from '../../src/kernel/ids.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import {
  eventsOf,
  makeDue,
  placeOrder,
  postOrder,
  storedOrder,
  type PlacedOrder,
} from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

const TOTAL = 2699;

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ worker: true, env: { STRIPE_CAPTURE_METHOD: 'manual' } });
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
});

afterEach(async () => {
  await shop.control('DELETE', 'faults');
  await shop.control('DELETE', 'webhooks');
  await assertInvariants(shop.ctx);
});

afterAll(() => shop.close());

function capture({ orderId }: PlacedOrder, key = newId('request')) {
  return shop.api
    .post(`/api/v1/admin/orders/${orderId}/capture`)
    .set({ ...asStaff, 'Idempotency-Key': key });
}

const untilPayment = (placed: PlacedOrder, status: string) =>
  eventually(async () => {
    const order = await storedOrder(shop, placed);
    return order.payments[0]?.status === status && order;
  });

/** An order whose payment is authorized. */
async function placeHeld(quantity = 1, variant = variantId): Promise<PlacedOrder> {
  const placed = await placeOrder(shop, [{ variantId: variant, quantity }]);
  await shop.confirm(placed.secret);
  await untilPayment(placed, 'authorized');
  return placed;
}

/** The same, whose authorization Stripe has canceled. */
async function placeLost(): Promise<PlacedOrder> {
  const placed = await placeHeld();
  await shop.control('POST', `payment_intents/${placed.intentId}/cancel`);
  await untilPayment(placed, 'canceled');
  return placed;
}

const untilPaymentState = (placed: PlacedOrder, state: string) =>
  eventually(async () => (await storedOrder(shop, placed)).paymentStatus === state);

const callOf = ({ orderId: subjectId }: PlacedOrder) =>
  shop.ctx.db.prisma.workflow.findFirst({ where: { kind: 'checkout', subjectId } });

const statusAtStripe = async ({ intentId }: PlacedOrder) => {
  const answer = await fetch(`${shop.sandbox.url}/v1/payment_intents/${intentId}`, {
    headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
  });
  return ((await answer.json()) as { status: string }).status;
};

describe('A payment that is authorized', () => {
  test('confirms the order and commits its stock, and is captured by staff', async () => {
    const placed = await placeHeld();
    expect(await storedOrder(shop, placed)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'authorized',
      payments: [{ authorized: 2699n, captured: 0n, entries: [{ kind: 'authorized' }] }],
    });
    expect(await eventsOf(shop, placed)).toEqual(['order.confirmed', 'order.placed']);
    const { body } = await capture(placed).expect(200);
    expect(body.data).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' });
    expect((await storedOrder(shop, placed)).payments).toMatchObject([
      {
        status: 'succeeded',
        captured: BigInt(TOTAL),
        entries: [{ kind: 'authorized' }, { kind: 'captured' }],
      },
    ]);
    expect(await eventsOf(shop, placed)).toEqual(['order.confirmed', 'order.paid', 'order.placed']);
  });

  test('is captured once, under one key or several', async () => {
    const placed = await placeHeld();
    const first = await capture(placed, 'capture-1').expect(200);
    const again = await capture(placed, 'capture-1').expect(200);
    expect(again.body).toEqual(first.body);
    const { body } = await capture(placed, 'capture-2').expect(409);
    expect(body).toMatchObject({ code: 'state_conflict', detail: 'The order is paid.' });
  });

  test('is captured once by many requests at the same time', async () => {
    const placed = await placeHeld();
    const answers = await Promise.all(Array.from({ length: 8 }, () => capture(placed)));
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect(answers.map(({ status }) => status)).toContain(200);
    await untilPayment(placed, 'succeeded');
  });

  test('is captured by the next attempt when Stripe fails, though Stripe replays that failure', async () => {
    const placed = await placeHeld();
    const fault = { path: '*/capture', status: 500, keep: true, times: 3 };
    await shop.control('POST', 'faults', fault);
    await capture(placed).expect(503);
    await shop.control('DELETE', 'faults');
    const { body } = await capture(placed).expect(200);
    expect(body.data).toMatchObject({ paymentStatus: 'paid' });
  });

  test('is paid when it was captured in the dashboard', async () => {
    const placed = await placeHeld();
    await shop.control('POST', `payment_intents/${placed.intentId}/capture`);
    await untilPayment(placed, 'succeeded');
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'paid' });
  });

  test('that was captured in part in the dashboard shows that, and needs a person', async () => {
    const placed = await placeHeld();
    const part = { amount_to_capture: TOTAL - 1000 };
    await shop.control('POST', `payment_intents/${placed.intentId}/capture`, part);
    await untilPayment(placed, 'succeeded');
    expect(await storedOrder(shop, placed)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'partially_paid',
      payments: [
        { captured: BigInt(TOTAL - 1000), lastError: expect.stringContaining('$16.99 instead of') },
      ],
    });
    expect(await eventsOf(shop, placed)).toContain('payment.amount_mismatch');
    const workflow = { where: { kind: 'checkout', subjectId: placed.orderId } } as const;
    expect(await shop.ctx.db.prisma.workflow.findFirst(workflow)).toMatchObject({
      state: 'needs_person',
      lastError: expect.stringContaining('$16.99 instead of $26.99'),
    });
    const { body } = await capture(placed).expect(409);
    expect(body.detail).toContain('partially paid');
    await postOrder(shop, placed, 'cancel').expect(200);
    await eventually(async () => (await storedOrder(shop, placed)).paymentStatus === 'refunded');
  });

  test('is voided when the customer cancels the order', async () => {
    const placed = await placeHeld();
    const { body } = await postOrder(shop, placed, 'cancel').expect(200);
    expect(body.data).toMatchObject({ status: 'canceled', paymentStatus: 'unpaid' });
    expect(await statusAtStripe(placed)).toBe('canceled');
    const { body: refused } = await capture(placed).expect(409);
    expect(refused.detail).toBe('This order has no authorized payment to capture.');
  });

  test('whose webhook is missing is not canceled by the expiry', async () => {
    await shop.control('POST', 'webhooks', { paused: true });
    const placed = await placeOrder(shop, variantId);
    await shop.confirm(placed.secret);
    await makeDue(shop, placed);
    expect(await shop.container.services.checkout.expireDue(shop.ctx)).toMatchObject({ paid: 1 });
    expect(await storedOrder(shop, placed)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'authorized',
    });
    expect(await statusAtStripe(placed)).toBe('requires_capture');
  });

  test('and expires or is canceled at Stripe needs a person, and never leaves the order silently unpaid', async () => {
    const placed = await placeHeld();
    await shop.control('POST', `payment_intents/${placed.intentId}/cancel`);
    await untilPayment(placed, 'canceled');
    const order = await storedOrder(shop, placed);
    expect(order).toMatchObject({ status: 'confirmed', paymentStatus: 'unpaid' });
    expect(order.history.at(-1)?.reason).toContain('has expired or was canceled');
    expect(await eventsOf(shop, placed)).toContain('payment.authorization_lost');
    const { orderId: subjectId } = placed;
    const workflow = await shop.ctx.db.prisma.workflow.findFirst({ where: { subjectId } });
    expect(workflow).toMatchObject({ state: 'needs_person' });
    await capture(placed).expect(409);
  });

  describe('and is lost leaves an order', () => {
    test('that its customer pays again, and staff capture the new payment', async () => {
      const placed = await placeLost();
      const { body } = await postOrder(shop, placed, 'payment').expect(200);
      await shop.confirm(body.data.clientSecret);
      await untilPaymentState(placed, 'authorized');
      const { status, payments } = await storedOrder(shop, placed);
      expect(status).toBe('confirmed');
      expect(payments).toMatchObject([
        { status: 'canceled', captured: 0n },
        { status: 'authorized', amount: BigInt(TOTAL) },
      ]);
      expect(await callOf(placed)).toMatchObject({ state: 'waiting' });
      await capture(placed).expect(200);
      expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'paid' });
      await postOrder(shop, placed, 'payment').expect(409);
    });

    test('to a person until that new payment has arrived', async () => {
      const placed = await placeLost();
      const { body } = await postOrder(shop, placed, 'payment').expect(200);
      await shop.confirm(body.data.clientSecret, 'pm_card_chargeDeclined');
      await untilPaymentState(placed, 'failed');
      expect(await callOf(placed)).toMatchObject({ state: 'needs_person' });
      const { body: again } = await postOrder(shop, placed, 'payment').expect(200);
      expect(again.data.clientSecret).toBe(body.data.clientSecret);
      await postOrder(shop, placed, 'cancel').expect(200);
      await postOrder(shop, placed, 'payment').expect(409);
      const { payments } = await storedOrder(shop, placed);
      expect(payments).toMatchObject([{ status: 'canceled' }, { status: 'canceled' }]);
    });
  });

  test('is voided when it arrives after the order has ended and its stock is gone', async () => {
    const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 1 }] });
    const [scarce = ''] = variantIds;
    const placed = await placeOrder(shop, scarce);
    const { orders, inventory } = shop.container.services;
    await orders.transition(shop.ctx, placed.orderId, { order: 'expired', reason: 'for the test' });
    await inventory.release(shop.ctx, placed.orderId);
    await placeOrder(shop, scarce);
    await shop.confirm(placed.secret);
    await untilPayment(placed, 'canceled');
    expect(await statusAtStripe(placed)).toBe('canceled');
    expect(await storedOrder(shop, placed)).toMatchObject({
      status: 'expired',
      paymentStatus: 'unpaid',
    });
  });

  test('is captured only by staff, with an Idempotency-Key', async () => {
    const placed = await placeHeld();
    const path = `/api/v1/admin/orders/${placed.orderId}/capture`;
    await shop.api.post(path).set('Idempotency-Key', 'guest').expect(401);
    await shop.api.post(path).set(asStaff).expect(400);
    await capture({ ...placed, orderId: newId('order') }).expect(404);
    expect(await storedOrder(shop, placed)).toMatchObject({ paymentStatus: 'authorized' });
  });
});
