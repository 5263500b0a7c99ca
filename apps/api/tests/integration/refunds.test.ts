import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startMailCatcher, type MailCatcher } from '../../src/integrations/mailCatcher.ts';
import type { MailSummary } from '../../src/integrations/mailCatcher/mailbox.ts';
import { createProduct } from '../helpers/catalog.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { eventually } from '../helpers/eventually.ts';
import { placeOrder, placePaidOrder, type PlacedOrder } from '../helpers/orders.ts';
import { refund, refundsAtStripe } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff, orderOf, untilPaymentStatus } from '../helpers/staff.ts';

let shop: SalesApp;
let variantId: string;

let dataDir: string;
let catcher: MailCatcher;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'refunds-'));
  catcher = await startMailCatcher({ dataDir, host: '127.0.0.1' });
  const env = { SMTP_URL: catcher.smtpUrl, STAFF_EMAIL: 'team@shop.test' };
  shop = await startSalesApp({ worker: true, env });
  const product = await createProduct(shop.ctx, {
    variants: [{ stock: 100, prices: { USD: 1000 } }],
  });
  variantId = product.variantIds[0] ?? '';
}, 30_000);

afterEach(async () => {
  await shop.control('DELETE', 'webhooks');
  await shop.control('DELETE', 'faults');
  await assertInvariants(shop.ctx);
});

afterAll(async () => {
  await shop.close();
  await catcher.close();
  await rm(dataDir, { recursive: true });
});

/** Waits for a mail about a refund. */
function mailOf(refundId: string, kind: string): Promise<MailSummary> {
  return eventually(async () => {
    const mails = (await (await fetch(`${catcher.webUrl}/messages`)).json()) as MailSummary[];
    return mails.find(({ messageId }) => messageId.startsWith(`<${refundId}.refund.${kind}@`));
  });
}

/** 3 × 10.00, 3.00 of tax, 5.00 of shipping: 38.00. */
const placeThree = (card?: string) =>
  placePaidOrder(shop, [{ variantId, quantity: 3 }], card === undefined ? {} : { card });

const usd = (amount: number) => ({ amount, currency: 'USD' });

const onHand = async (id = variantId) => {
  const [level] = await shop.ctx.db.prisma.stockLevel.findMany({ where: { variantId: id } });
  return level?.onHand;
};

async function entriesOf({ orderId }: PlacedOrder) {
  const entries = await shop.ctx.db.prisma.paymentEntry.findMany({
    where: { payment: { orderId } },
    orderBy: { id: 'asc' },
  });
  return entries.map(({ kind, amount }) => [kind, Number(amount)]);
}

describe('POST /admin/orders/:orderId/refunds', () => {
  test('refunds lines with their tax, and restocks them', async () => {
    const placed = await placeThree();
    const before = await onHand();
    const { body, headers } = await refund(shop, placed, {
      lines: [{ itemId: placed.itemIds[0], quantity: 2 }],
      restock: true,
      note: 'one was torn',
    }).expect(201);
    expect(body.data).toMatchObject({
      orderId: placed.orderId,
      status: 'pending',
      amount: usd(2200),
      shipping: usd(0),
      lines: [{ itemId: placed.itemIds[0], quantity: 2, amount: usd(2200) }],
      reason: 'requested_by_customer',
      note: 'one was torn',
      restocked: true,
      actor: 'adminKey',
      transfers: [{ provider: 'stripe', status: 'pending', attempt: 1 }],
    });
    const order = await untilPaymentStatus(shop, placed, 'partially_refunded');
    expect(order.payments).toMatchObject([{ refunded: usd(2200), refunding: usd(0) }]);
    expect(order.refunds).toMatchObject([{ status: 'succeeded' }]);
    expect(await refundsAtStripe(shop, placed)).toMatchObject([{ amount: 2200 }]);
    expect(await onHand()).toBe((before ?? 0) + 2);
    const location = String(headers['location']);
    const read = await shop.api.get(location).set(asStaff).expect(200);
    expect(read.body.data).toEqual(order.refunds[0]);
  });

  test('refunds to the last unit, line and shipping', async () => {
    const placed = await placeThree();
    const [itemId] = placed.itemIds;
    for (const body of [
      { lines: [{ itemId, quantity: 1 }], restock: false },
      { lines: [{ itemId, quantity: 2 }], shipping: usd(200), restock: false },
      { shipping: true },
    ]) {
      await refund(shop, placed, body).expect(201);
    }
    const order = await untilPaymentStatus(shop, placed, 'refunded');
    expect(order.refunds.map(({ amount }) => amount.amount)).toEqual([1100, 2400, 300]);
    expect(order).toMatchObject({ status: 'confirmed' });
    const { body } = await refund(shop, placed, { amount: usd(1) }).expect(409);
    expect(body).toMatchObject({
      code: 'refund_exceeds_payment',
      left: { total: usd(0), shipping: usd(0) },
    });
  });

  test.each([
    ['JPY', 333, [367, 366, 366]],
    // 3 × 1.003 and 10 % of tax is 3.310, of which Stripe charges all; a third is 1.103.
    ['KWD', 1003, [1100, 1100, 1110]],
    ['USD', 333, [367, 366, 366]],
  ])('adds up to what was paid, unit by unit, in %s', async (currency, price, amounts) => {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [{ prices: { [currency]: price }, requiresShipping: false }],
    });
    const placed = await placePaidOrder(shop, [{ variantId: variantIds[0] ?? '', quantity: 3 }], {
      currency,
      digital: true,
    });
    const lines = [{ itemId: placed.itemIds[0], quantity: 1 }];
    const given: number[] = [];
    for (let unit = 0; unit < 3; unit++) {
      const { body } = await refund(shop, placed, { lines, restock: true }).expect(201);
      given.push(body.data.amount.amount);
    }
    expect(given).toEqual(amounts);
    const { payments } = await untilPaymentStatus(shop, placed, 'refunded');
    expect(payments[0]?.refunded.amount).toBe(payments[0]?.captured.amount);
  });

  test('never restocks backordered units', async () => {
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [{ stock: 1, inventoryPolicy: 'continue' }],
    });
    const [scarce = ''] = variantIds;
    const placed = await placePaidOrder(shop, [{ variantId: scarce, quantity: 3 }]);
    expect(await onHand(scarce)).toBe(0);
    const lines = [{ itemId: placed.itemIds[0], quantity: 1 }];
    for (let unit = 0; unit < 3; unit++) {
      await refund(shop, placed, { lines, restock: true }).expect(201);
    }
    expect(await onHand(scarce)).toBe(1);
  });

  test('is shown to the customer, by mail and in the order', async () => {
    const placed = await placeThree();
    await refund(shop, placed, { amount: usd(500) }).expect(201);
    const { refunds } = await untilPaymentStatus(shop, placed, 'partially_refunded');
    const mail = await mailOf(refunds[0]?.id ?? '', 'refunded');
    expect(mail).toMatchObject({ to: ['ada@example.com'] });
    const { body, headers } = await shop.api
      .get(`/api/v1/orders/${placed.orderId}`)
      .set('X-Order-Token', placed.token)
      .expect(200);
    expect(body.data.refunds).toEqual([
      {
        id: expect.any(String),
        status: 'succeeded',
        amount: usd(500),
        createdAt: expect.any(String),
      },
    ]);
    expect(headers['server-timing']).toContain('1 statements');
  });

  test('is made once, however often it is requested with one key', async () => {
    const placed = await placeThree();
    const first = await refund(shop, placed, { amount: usd(700) }, 'once').expect(201);
    const again = await refund(shop, placed, { amount: usd(700) }, 'once').expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
    await refund(shop, placed, { amount: usd(701) }, 'once').expect(422);
    await untilPaymentStatus(shop, placed, 'partially_refunded');
    expect(await refundsAtStripe(shop, placed)).toHaveLength(1);
  });
});

describe('A refund is refused', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['that says nothing', {}, 'amount'],
    ['without a reason', { reason: undefined, amount: usd(1) }, 'reason'],
    ['of nothing', { amount: usd(0) }, 'amount.amount'],
    ['of less than nothing', { amount: usd(-100) }, 'amount.amount'],
    ['of a fraction', { amount: { amount: 1.5, currency: 'USD' } }, 'amount.amount'],
    ['of more than a number holds', { amount: usd(1e300) }, 'amount.amount'],
    ['of text', { amount: { amount: '100', currency: 'USD' } }, 'amount.amount'],
    ['in no currency', { amount: { amount: 100, currency: 'XXZ' } }, 'amount.currency'],
    ['of an amount that restocks', { amount: usd(100), restock: true }, 'restock'],
    ['of an amount and shipping', { amount: usd(100), shipping: true }, 'shipping'],
    ['of no lines', { lines: [], restock: true }, 'lines'],
    ['with something unknown', { amount: usd(100), refund: 'all' }, 'refund'],
    ['without shipping', { shipping: false }, 'shipping'],
  ])('%s', async (_what, body, path) => {
    const placed = await placeOrder(shop, [{ variantId, quantity: 1 }]);
    const answer = await refund(shop, placed, body).expect(400);
    expect(answer.body).toMatchObject({ code: 'validation_failed', errors: [{ path }] });
  });

  test('without staff’s key, and without an Idempotency-Key', async () => {
    const url = '/api/v1/admin/orders/ord_00000000000000000000000000/refunds';
    await shop.api.post(url).set('Idempotency-Key', 'x').send({}).expect(401);
    const { body } = await shop.api
      .post(url)
      .set(asStaff)
      .send({
        reason: 'duplicate',
        amount: usd(1),
      });
    expect(body.code).toBe('idempotency_key_required');
  });

  test('of an unknown order', async () => {
    const none = { orderId: 'ord_00000000000000000000000000' };
    const { body } = await refund(shop, none, { amount: usd(1) }).expect(404);
    expect(body.code).toBe('not_found');
  });

  test('of duplicate lines, of lines of another order, of too many units', async () => {
    const [placed, other] = [await placeThree(), await placeThree()];
    const [itemId] = placed.itemIds;
    const ask = (lines: object[]) => refund(shop, placed, { lines, restock: true });
    const doubled = await ask([
      { itemId, quantity: 1 },
      { itemId, quantity: 1 },
    ]).expect(400);
    expect(doubled.body.errors).toMatchObject([{ path: 'lines.1.itemId' }]);
    const strange = await ask([{ itemId: other.itemIds[0], quantity: 1 }]).expect(422);
    expect(strange.body).toMatchObject({
      code: 'refund_not_possible',
      detail: expect.stringContaining('is not a line of this order'),
    });
    await ask([{ itemId, quantity: 2 }]).expect(201);
    const greedy = await ask([{ itemId, quantity: 2 }]).expect(409);
    expect(greedy.body).toMatchObject({
      code: 'refund_exceeds_payment',
      errors: [{ path: 'lines.0.quantity', message: '2 requested, 1 left' }],
      left: {
        total: usd(1600),
        shipping: usd(500),
        lines: [{ itemId, quantity: 1, amount: usd(1100) }],
      },
    });
    await untilPaymentStatus(shop, placed, 'partially_refunded');
  });

  test('of more than was captured, and in another currency', async () => {
    const placed = await placeThree();
    const { body } = await refund(shop, placed, { amount: usd(3801) }).expect(409);
    expect(body).toMatchObject({
      code: 'refund_exceeds_payment',
      detail:
        'The refund exceeds what is left: amount: $38.01 requested, $38.00 left. $38.00 can still be refunded, of which up to $5.00 for shipping.',
    });
    await refund(shop, placed, { amount: usd(2 ** 53 - 1) }).expect(409);
    const euros = await refund(shop, placed, { amount: { amount: 100, currency: 'EUR' } });
    expect(euros.body).toMatchObject({ status: 422, code: 'refund_not_possible' });
    expect(await refundsAtStripe(shop, placed)).toEqual([]);
    expect((await orderOf(shop, placed)).refunds).toEqual([]);
  });

  test('of more shipping than is left, where an amount went back that was of no part', async () => {
    const placed = await placeThree();
    await refund(shop, placed, { amount: usd(3700) }).expect(201);
    const { body } = await refund(shop, placed, { shipping: usd(600) }).expect(409);
    expect(body.detail).toContain(
      'shipping: $6.00 requested, $1.00 left. $1.00 can still be refunded, of which up to $1.00 for shipping.',
    );
  });

  test('of an order that is unpaid, or costs nothing', async () => {
    const unpaid = await placeOrder(shop, [{ variantId, quantity: 1 }]);
    const manual = await placeOrder(shop, [{ variantId, quantity: 1 }], { provider: 'manual' });
    const { variantIds } = await createProduct(shop.ctx, {
      variants: [{ prices: { USD: 0 }, requiresShipping: false }],
    });
    const free = await placeOrder(shop, [{ variantId: variantIds[0] ?? '', quantity: 1 }], {
      digital: true,
    });
    for (const placed of [unpaid, manual, free]) {
      const { body } = await refund(shop, placed, { amount: usd(100) }).expect(409);
      expect(body).toMatchObject({
        code: 'state_conflict',
        detail: expect.stringContaining('Nothing has been paid'),
      });
    }
  });
});

const workflowOf = (refundId = '') =>
  shop.ctx.db.prisma.workflow.findFirst({ where: { kind: 'refund', subjectId: refundId } });

describe('A refund at Stripe', () => {
  test('that fails later is visible, and can be retried', async () => {
    const placed = await placeThree('pm_card_refundFail');
    const lines = [{ itemId: placed.itemIds[0], quantity: 1 }];
    const { body } = await refund(shop, placed, { lines, restock: false }).expect(201);
    await untilPaymentStatus(shop, placed, 'partially_refunded');
    const [made] = await refundsAtStripe(shop, placed);
    await shop.control('POST', `refunds/${made?.id}/fail`, { reason: 'lost_or_stolen_card' });
    const failed = await untilPaymentStatus(shop, placed, 'paid');
    expect(failed.refunds).toMatchObject([
      {
        status: 'failed',
        transfers: [{ status: 'failed', lastError: 'lost_or_stolen_card', attempt: 1 }],
      },
    ]);
    expect(await entriesOf(placed)).toEqual([
      ['captured', 3800],
      ['refunded', 1100],
      ['refund_failed', 1100],
    ]);
    expect(await workflowOf(body.data.id)).toMatchObject({
      state: 'needs_person',
      lastError: 'lost_or_stolen_card',
    });
    const mail = await mailOf(body.data.id, 'failed');
    expect(mail).toMatchObject({
      to: ['team@shop.test'],
      subject: expect.stringContaining('needs you'),
    });
    const retried = await shop.api
      .post(`/api/v1/admin/refunds/${body.data.id}/retry`)
      .set({ ...asStaff, 'Idempotency-Key': 'retry-failed' })
      .expect(200);
    expect(retried.body.data).toMatchObject({
      status: 'pending',
      transfers: [{ status: 'pending', attempt: 2, lastError: null }],
    });
    expect(await workflowOf(body.data.id)).toMatchObject({ lastError: null });
    await untilPaymentStatus(shop, placed, 'partially_refunded');
    expect(await refundsAtStripe(shop, placed)).toMatchObject([
      { status: 'succeeded' },
      { status: 'failed' },
    ]);
    const over = await shop.api
      .post(`/api/v1/admin/refunds/${body.data.id}/retry`)
      .set({ ...asStaff, 'Idempotency-Key': 'retry-done' })
      .expect(409);
    expect(over.body.code).toBe('state_conflict');
  });

  test('that is refused is visible; its lines can be refunded again', async () => {
    const placed = await placeThree();
    await shop.control('POST', 'faults', { method: 'POST', path: '/v1/refunds', status: 400 });
    await refund(shop, placed, { amount: usd(100) });
    await eventually(async () => (await orderOf(shop, placed)).refunds[0]?.status === 'failed');
    const { refunds, payments } = await orderOf(shop, placed);
    const why = { lastError: expect.stringContaining('Injected') };
    expect(refunds[0]?.transfers).toMatchObject([{ status: 'failed', ...why }]);
    expect(payments).toMatchObject([{ refunding: usd(0) }]);
    expect(await workflowOf(refunds[0]?.id)).toMatchObject({ state: 'needs_person', ...why });
    const { findings } = await shop.container.services.doctor.examine(shop.ctx);
    const waiting = findings.find(({ id }) => id === 'W2');
    expect(waiting?.offenders.map(({ wrong }) => wrong)).toContainEqual(
      expect.stringMatching(new RegExp(`^refund of ${refunds[0]?.id} at transfer: .*Injected`)),
    );
  });

  test('that Stripe has not finished stays pending until Stripe reports its outcome', async () => {
    const placed = await placeThree('pm_card_pendingRefund');
    await refund(shop, placed, { amount: usd(900) }).expect(201);
    const [made] = await eventually(async () => {
      const all = await refundsAtStripe(shop, placed);
      return all.length > 0 && all;
    });
    expect(await orderOf(shop, placed)).toMatchObject({
      paymentStatus: 'paid',
      payments: [{ refunding: usd(900), refunded: usd(0) }],
    });
    await shop.control('POST', `refunds/${made?.id}/settle`);
    await untilPaymentStatus(shop, placed, 'partially_refunded');
  });

  test('whose answer was lost is found and not repeated, also days later', async () => {
    const placed = await placeThree();
    await shop.control('POST', 'webhooks', { paused: true });
    await shop.control('POST', 'faults', {
      method: 'POST',
      path: '/v1/refunds',
      when: 'after',
      status: 500,
      times: 1,
    });
    const { body } = await refund(shop, placed, { amount: usd(800) }).expect(201);
    const [{ id: transferId } = { id: '' }] = body.data.transfers as { id: string }[];
    await untilPaymentStatus(shop, placed, 'partially_refunded');
    expect(await refundsAtStripe(shop, placed)).toHaveLength(1);
    const { prisma } = shop.ctx.db;
    const transfer = await prisma.refundTransfer.findUnique({ where: { id: transferId } });
    expect(transfer).toMatchObject({ status: 'succeeded', attempt: 2 });
  });
});

describe('A manual payment', () => {
  const markPaid = ({ orderId }: PlacedOrder, key: string) =>
    shop.api
      .post(`/api/v1/admin/orders/${orderId}/mark-paid`)
      .set({ ...asStaff, 'Idempotency-Key': key })
      .send({ note: 'bank statement of today' });

  test('is recorded, and so is what staff refund by hand', async () => {
    const placed = await placeOrder(shop, [{ variantId, quantity: 3 }], { provider: 'manual' });
    const { body } = await markPaid(placed, 'paid-1').expect(200);
    expect(body.data).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' });
    const again = await markPaid(placed, 'paid-2').expect(409);
    expect(again.body.detail).toBe('The order is paid.');
    const made = await refund(shop, placed, { amount: usd(1000), note: 'transfer of today' });
    expect(made.body.data).toMatchObject({
      status: 'succeeded',
      transfers: [{ provider: 'manual', status: 'succeeded', providerId: null }],
    });
    expect(await orderOf(shop, placed)).toMatchObject({
      paymentStatus: 'partially_refunded',
      payments: [{ captured: usd(3800), refunded: usd(1000), refunding: usd(0) }],
    });
  });

  test('cannot be recorded for an order that is paid by card', async () => {
    const placed = await placeOrder(shop, [{ variantId, quantity: 1 }]);
    const { body } = await markPaid(placed, 'card').expect(409);
    expect(body.detail).toBe('This order does not use manual payment.');
  });
});
