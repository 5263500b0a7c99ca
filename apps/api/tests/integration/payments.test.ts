import { createProduct } from '../helpers/catalog.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { eventually } from '../helpers/eventually.ts';
import {
  makeDue,
  placedOf,
  placeOrder as placeOrderOf,
  type PlacedOrder,
} from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ worker: true });
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
});

afterEach(async () => {
  await shop.control('DELETE', 'webhooks');
  await shop.control('DELETE', 'faults');
  await assertInvariants(shop.ctx);
});

afterAll(() => shop.close());

const placeOrder = (quantity = 1, variant = variantId) =>
  placeOrderOf(shop, [{ variantId: variant, quantity }]);

async function getOrder({ orderId, token }: PlacedOrder) {
  const { body } = await shop.api
    .get(`/api/v1/orders/${orderId}`)
    .set('X-Order-Token', token)
    .expect(200);
  return body.data as { status: string; paymentStatus: string; payments: { status: string }[] };
}

function untilStates(placed: PlacedOrder, status: string, paymentStatus: string) {
  return eventually(async () => {
    const order = await getOrder(placed);
    return order.status === status && order.paymentStatus === paymentStatus && order;
  });
}

function askForSecret({ orderId, token }: PlacedOrder, key = `pay-${orderId}-${Math.random()}`) {
  return shop.api
    .post(`/api/v1/orders/${orderId}/payment`)
    .set({ 'X-Order-Token': token, 'Idempotency-Key': key });
}

const expireDue = () => shop.container.services.checkout.expireDue(shop.ctx);

async function entriesOf({ orderId }: PlacedOrder) {
  const entries = await shop.ctx.db.prisma.paymentEntry.findMany({
    where: { payment: { orderId } },
    orderBy: { createdAt: 'asc' },
  });
  return entries.map(({ kind, amount, reference }) => ({
    kind,
    amount: Number(amount),
    reference,
  }));
}

describe('A card payment', () => {
  test('is recorded by webhook: the order is confirmed and paid, and its stock committed', async () => {
    const placed = await placeOrder(2);
    expect((await shop.confirm(placed.secret)).status).toBe('succeeded');
    const order = await untilStates(placed, 'confirmed', 'paid');
    expect(order.payments).toMatchObject([{ status: 'succeeded' }]);
    expect(order).toMatchObject({ expiresAt: null });
    expect(await entriesOf(placed)).toEqual([
      { kind: 'captured', amount: 4898, reference: expect.stringMatching(/^ch_/) },
    ]);
    const { body } = await shop.api
      .get(`/api/v1/orders/${placed.orderId}/history`)
      .set('X-Order-Token', placed.token)
      .expect(200);
    expect(body.data).toMatchObject([
      { axis: 'order', from: null, to: 'pending', actor: 'guest' },
      { axis: 'payment', from: null, to: 'unpaid' },
      { axis: 'order', from: 'pending', to: 'confirmed', actor: 'stripe' },
      { axis: 'payment', from: 'unpaid', to: 'paid' },
    ]);
    const events = await shop.ctx.db.prisma.event.findMany({
      where: { payload: { path: ['orderId'], equals: placed.orderId } },
    });
    expect(events.map(({ type }) => type).toSorted()).toEqual([
      'order.confirmed',
      'order.paid',
      'order.placed',
    ]);
  });

  test('that is declined is recorded, and passes with another card and the same client secret', async () => {
    const placed = await placeOrder();
    const declined = await shop.confirm(placed.secret, 'pm_card_chargeDeclined');
    expect(declined.error?.code).toBe('card_declined');
    const order = await untilStates(placed, 'pending', 'failed');
    expect(order.payments[0]).toMatchObject({
      status: 'failed',
      lastError: expect.stringContaining('generic_decline'),
    });
    const { body } = await askForSecret(placed).expect(200);
    expect(body.data.clientSecret).toBe(placed.secret);
    await shop.confirm(placed.secret);
    await untilStates(placed, 'confirmed', 'paid');
  });

  test('that is delayed is recorded as processing', async () => {
    const placed = await placeOrder();
    await shop.confirm(placed.secret, 'pm_usBankAccount_success');
    await eventually(async () => (await getOrder(placed)).payments[0]?.status === 'processing');
    await makeDue(shop, placed);
    expect(await expireDue()).toMatchObject({ paying: 1 });
    await shop.control('POST', `payment_intents/${placed.intentId}/settle`);
    await untilStates(placed, 'confirmed', 'paid');
  });

  test('that needs 3-D Secure is recorded as such, and then succeeds', async () => {
    const placed = await placeOrder();
    await shop.confirm(placed.secret, 'pm_card_authenticationRequired');
    await eventually(
      async () => (await getOrder(placed)).payments[0]?.status === 'requires_action',
    );
    await shop.control('POST', `payment_intents/${placed.intentId}/authenticate`, {
      outcome: 'complete',
    });
    const { payments } = await untilStates(placed, 'confirmed', 'paid');
    expect(payments).toMatchObject([{ status: 'succeeded' }]);
  });

  test('tolerates webhooks that arrive twice and out of order', async () => {
    await shop.control('POST', 'webhooks', { duplicate: 3, order: 'newest', jitterMs: 50 });
    const placed = await placeOrder();
    await shop.confirm(placed.secret, 'pm_card_chargeDeclined');
    await shop.confirm(placed.secret);
    await untilStates(placed, 'confirmed', 'paid');
    expect(await entriesOf(placed)).toHaveLength(1);
  });
});

describe('POST /orders/:orderId/payment', () => {
  test('replaces a payment that is canceled at Stripe', async () => {
    const placed = await placeOrder();
    await shop.control('POST', `payment_intents/${placed.intentId}/cancel`);
    const { body } = await askForSecret(placed).expect(200);
    expect(body.data.id).not.toBe(placed.paymentId);
    expect(body.data.clientSecret).not.toBe(placed.secret);
    await shop.confirm(body.data.clientSecret);
    const order = await untilStates(placed, 'confirmed', 'paid');
    expect(order.payments.map(({ status }) => status)).toEqual(['canceled', 'succeeded']);
  });

  test('opens none for an order that is paid, and records that before the webhook arrives', async () => {
    await shop.control('POST', 'webhooks', { paused: true });
    const placed = await placeOrder();
    await shop.confirm(placed.secret);
    const { body } = await askForSecret(placed).expect(409);
    expect(body).toMatchObject({ code: 'state_conflict', detail: 'The order is paid.' });
    expect(await getOrder(placed)).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' });
  });

  test('says why when Stripe refuses, and tries again at the next request', async () => {
    await shop.control('POST', 'faults', { path: '/v1/payment_intents', status: 400, times: 10 });
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const { body } = await shop.checkout(cartId).expect(201);
    expect(body.data.payment).toMatchObject({ status: 'failed' });
    const placed = placedOf(body.data);
    for (const attempt of [3, 4]) {
      const refused = await askForSecret(placed).expect(402);
      expect(refused.body.detail).toMatch(/Injected fault/);
      const row = await shop.ctx.db.prisma.payment.findUnique({ where: { id: placed.paymentId } });
      expect(row).toMatchObject({ status: 'failed', attempt, providerId: null });
    }
  });

  test('is a 404 without the token and with a wrong one, whatever the key was used for', async () => {
    const placed = await placeOrder();
    await askForSecret(placed, 'my-key').expect(200);
    const guessed = await askForSecret({ ...placed, token: 'guess' }, 'my-key');
    const without = await shop.api
      .post(`/api/v1/orders/${placed.orderId}/payment`)
      .set('Idempotency-Key', 'my-key');
    for (const { body } of [guessed, without]) expect(body.code).toBe('not_found');
  });

  test('returns nothing to pay for an order with manual payment', async () => {
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const { body } = await shop.checkout(cartId, { paymentProvider: 'manual' }).expect(201);
    const refused = await askForSecret(placedOf(body.data)).expect(409);
    expect(refused.body.detail).toBe('This order uses manual payment, so it has no client secret.');
  });

  test('is a 503 that is not stored while Stripe cannot report the state of the payment', async () => {
    const placed = await placeOrder();
    const path = `/v1/payment_intents/${placed.intentId}`;
    await shop.control('POST', 'faults', { path, status: 503, times: 10 });
    const { headers } = await askForSecret(placed, 'while-away').expect(503);
    expect(headers['retry-after']).toBe('5');
    await shop.control('DELETE', 'faults');
    const { body } = await askForSecret(placed, 'while-away').expect(200);
    expect(body.data).toMatchObject({ id: placed.paymentId, clientSecret: placed.secret });
  });

  test('is a 503 while Stripe is down, and a job opens the payment when it is back', async () => {
    await shop.control('POST', 'faults', { path: '/v1/payment_intents', status: 503, times: 2 });
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const { body } = await shop.checkout(cartId).expect(201);
    const { payment } = body.data;
    expect(payment).not.toHaveProperty('clientSecret');
    await eventually(async () => {
      const row = await shop.ctx.db.prisma.payment.findUnique({ where: { id: payment.id } });
      return row?.providerId !== null;
    });
    const later = await askForSecret(placedOf(body.data)).expect(200);
    expect(later.body.data).toMatchObject({ id: payment.id, clientSecret: expect.any(String) });
  });
});

describe('An unpaid order', () => {
  test('expires: first its payment at Stripe is canceled, then the order and its stock close', async () => {
    const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 2 }] });
    const [scarce = ''] = variantIds;
    const placed = await placeOrder(2, scarce);
    expect(await expireDue()).toMatchObject({ closed: 0 });
    await makeDue(shop, placed);
    expect(await expireDue()).toMatchObject({ closed: 1 });
    expect(await getOrder(placed)).toMatchObject({
      status: 'expired',
      paymentStatus: 'unpaid',
      payments: [{ status: 'canceled' }],
    });
    expect((await shop.confirm(placed.secret)).error?.payment_intent?.status).toBe('canceled');
    await placeOrder(2, scarce);
    await askForSecret(placed).expect(409);
  });

  test('is confirmed instead when it was paid meanwhile', async () => {
    await shop.control('POST', 'webhooks', { paused: true });
    const placed = await placeOrder();
    await shop.confirm(placed.secret);
    await makeDue(shop, placed);
    expect(await expireDue()).toMatchObject({ paid: 1 });
    expect(await getOrder(placed)).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' });
  });

  test('waits while Stripe is down', async () => {
    const placed = await placeOrder();
    await makeDue(shop, placed);
    await shop.control('POST', 'faults', { path: '*/cancel', status: 503, times: 99 });
    expect(await expireDue()).toMatchObject({ failed: 1, closed: 0 });
    expect(await getOrder(placed)).toMatchObject({ status: 'pending' });
    await shop.control('DELETE', 'faults');
    await makeDue(shop, placed);
    expect(await expireDue()).toMatchObject({ closed: 1 });
  });

  /** Stores an id that Stripe does not know, or the correct one again. */
  const rename = ({ orderId }: PlacedOrder, providerId: string) =>
    shop.ctx.db.prisma.payment.updateMany({ where: { orderId }, data: { providerId } });

  /** Corrects the id, as a person does for a payment that Stripe does not know. */
  async function putRight(placed: PlacedOrder) {
    await rename(placed, placed.intentId);
    await makeDue(shop, placed);
    expect(await expireDue()).toMatchObject({ closed: 1 });
  }

  test('expires although an older one cannot be closed', async () => {
    const [broken, due] = [await placeOrder(), await placeOrder()];
    await rename(broken, `pi_of_${broken.orderId}`);
    await makeDue(shop, broken);
    await makeDue(shop, due);
    expect(await expireDue()).toMatchObject({ failed: 1, closed: 1, provider: 'there' });
    expect(await getOrder(broken)).toMatchObject({ status: 'pending' });
    expect(await getOrder(due)).toMatchObject({ status: 'expired' });
    await putRight(broken);
  });

  test('is checked less and less often while it cannot be closed', async () => {
    const placed = await placeOrder();
    const { orderId } = placed;
    const { prisma } = shop.ctx.db;
    await rename(placed, `pi_of_${orderId}`);
    const pauses: number[] = [];
    for (let sweep = 1; sweep <= 7; sweep++) {
      await prisma.order.update({ where: { id: orderId }, data: { lookAt: new Date(0) } });
      await expireDue();
      const order = await prisma.order.findUnique({ where: { id: orderId } });
      pauses.push(Math.round((Number(order?.lookAt) - Date.now()) / 60_000));
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60]);
    await putRight(placed);
  });

  test('waits no longer than before while Stripe is down, and the sweep ends early', async () => {
    const placed: PlacedOrder[] = [];
    for (let order = 1; order <= 5; order++) placed.push(await placeOrder());
    for (const order of placed) await makeDue(shop, order);
    await shop.control('POST', 'faults', { path: '*/cancel', status: 503, times: 99 });
    expect(await expireDue()).toMatchObject({ failed: 3, provider: 'away' });
    await shop.control('DELETE', 'faults');
    expect(await expireDue()).toMatchObject({ closed: 2, provider: 'there' });
    for (const order of placed) await makeDue(shop, order);
    expect(await expireDue()).toMatchObject({ closed: 3 });
  });

  test('whose payment was never opened cannot be paid after its expiry', async () => {
    await shop.control('POST', 'faults', { path: '/v1/payment_intents', status: 503, times: 99 });
    const cartId = await shop.readyCart([{ variantId, quantity: 1 }]);
    const { body } = await shop.checkout(cartId).expect(201);
    const placed = placedOf(body.data);
    await makeDue(shop, placed);
    expect(await expireDue()).toMatchObject({ closed: 1 });
    await shop.control('DELETE', 'faults');
    await shop.container.services.payments.openLater(shop.ctx, body.data.payment.id);
    expect(await getOrder(placed)).toMatchObject({ status: 'expired' });
    const row = await shop.ctx.db.prisma.payment.findFirst({ where: { orderId: placed.orderId } });
    expect(row).toMatchObject({ status: 'canceled', providerId: null });
  });
});

describe('A late payment', () => {
  /** An order that expired although its payment was not canceled, as after a mistake at Stripe. */
  async function lapse({ orderId }: PlacedOrder) {
    const { orders, inventory } = shop.container.services;
    await orders.transition(shop.ctx, orderId, { order: 'expired', reason: 'for the test' });
    await inventory.release(shop.ctx, orderId);
  }

  test('confirms the order while its stock is there', async () => {
    const placed = await placeOrder();
    await lapse(placed);
    await shop.confirm(placed.secret);
    const { payments } = await untilStates(placed, 'confirmed', 'paid');
    expect(payments).toMatchObject([{ status: 'succeeded' }]);
  });

  test('is refunded in full when the stock is gone', async () => {
    const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 1 }] });
    const [scarce = ''] = variantIds;
    const placed = await placeOrder(1, scarce);
    await lapse(placed);
    await placeOrder(1, scarce);
    await shop.confirm(placed.secret);
    await untilStates(placed, 'expired', 'refunded');
    expect(await entriesOf(placed)).toMatchObject([
      { kind: 'captured', amount: 2699 },
      { kind: 'refunded', amount: 2699, reference: expect.stringMatching(/^re_/) },
    ]);
    const events = await shop.ctx.db.prisma.event.findMany({
      where: { payload: { path: ['orderId'], equals: placed.orderId } },
    });
    expect(events.map(({ type }) => type)).toContain('payment.needs_refund');
  });
});
