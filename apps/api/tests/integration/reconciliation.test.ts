import { tmpdir } from 'node:os';
import type { RemoteProvider } from '../../src/ports/paymentProvider.ts';
import {
  createReconciliationService,
  type ReconciliationOptions,
} from '../../src/services/reconciliation.service.ts';
import { newId } from '../../src/kernel/ids.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { runEntry } from '../helpers/entry.ts';
import { makeDue, placeOrder } from '../helpers/orders.ts';
import { startSalesApp, webhookSecret, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

const DAY_MS = 86_400_000;
/** The time limit of a test; the compared spans differ by more. */
const MINUTE_MS = 60_000;

let shop: SalesApp;
let variantId: string;
let reconciliation: ReturnType<typeof createReconciliationService>;

// The sandbox has no webhook endpoint.
beforeAll(async () => {
  shop = await startSalesApp();
});

// Each test starts with an empty database and sandbox.
beforeEach(async () => {
  await shop.control('POST', 'reset');
  // As a replica, to which the history's refusal to be emptied does not apply, nor any other trigger.
  await shop.container.database.pool.query(
    `BEGIN;
     SET LOCAL session_replication_role = replica;
     TRUNCATE orders, carts, products, price_ranges, stock_movements, reconciliations, workflows, events,
       provider_events, idempotency_keys CASCADE;
     COMMIT`,
  );
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = variantIds[0] ?? '';
  reconciliation = reconciliationWith({ settleSeconds: 0, pageSize: 2 });
});

afterAll(() => shop.close());

const reconciliationWith = (options: ReconciliationOptions) =>
  createReconciliationService({ ...shop.container.services, options });

/** The shop has received no webhook of the payment. */
async function placePaidOrder(paymentMethod?: string) {
  const placed = await placeOrder(shop, variantId);
  expect((await shop.confirm(placed.secret, paymentMethod)).status).toBe('succeeded');
  return placed;
}

async function stripe(path: string, form: Record<string, string>) {
  const answer = await fetch(`${shop.sandbox.url}/v1/${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
    body: new URLSearchParams(form),
  });
  return (await answer.json()) as { id: string; status: string };
}

const paidAtOnce = {
  amount: '700',
  currency: 'usd',
  confirm: 'true',
  payment_method: 'pm_card_visa',
  'automatic_payment_methods[enabled]': 'true',
  'automatic_payment_methods[allow_redirects]': 'never',
};

const statesOf = (orderId: string) =>
  shop.ctx.db.prisma.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { status: true, paymentStatus: true },
  });

const paymentOf = (id: string) => shop.ctx.db.prisma.payment.findUniqueOrThrow({ where: { id } });

const feesOf = (paymentId: string) =>
  shop.ctx.db.prisma.paymentEntry.findMany({
    where: { paymentId, kind: 'fee' },
    select: { amount: true, currency: true, reference: true },
  });

const disputesOf = (paymentId: string) =>
  shop.ctx.db.prisma.dispute.findMany({ where: { paymentId } });

const runs = () => shop.ctx.db.prisma.reconciliation.findMany({ orderBy: { startedAt: 'asc' } });

/** Every version of a row has a different xmin, so that equal sums mean that nothing was written. */
async function versions() {
  const { pool } = shop.container.database;
  const tables = ['orders', 'payments', 'payment_entries', 'stock_levels', 'events'];
  const { rows } = await pool.query(
    tables
      .map((table) => `SELECT '${table}', id, v FROM (${versionsOf(table)}) v`)
      .join(' UNION ALL '),
  );
  return rows;
}

const versionsOf = (table: string) =>
  `SELECT ${table === 'stock_levels' ? 'variant_id' : 'id'} AS id, xmin::text AS v FROM ${table}`;

describe('The reconciliation', () => {
  test('completes every order whose webhook never arrived, over several pages', async () => {
    const placed = [];
    for (let index = 0; index < 5; index++) placed.push(await placePaidOrder());
    const open = await placeOrder(shop, variantId);
    const { examined, foreign, findings } = await reconciliation.run(shop.ctx);

    expect({ examined, foreign }).toEqual({ examined: 6, foreign: 0 });
    expect(findings).toHaveLength(5);
    for (const { orderId, paymentId, intentId } of placed) {
      expect(findings).toContainEqual({
        kind: 'missed_update',
        provider: 'stripe',
        providerId: intentId,
        paymentId,
        orderId,
        action: 'repaired',
        detail: 'pending with 0 here, succeeded with 2699 USD there',
      });
      expect(await statesOf(orderId)).toEqual({ status: 'confirmed', paymentStatus: 'paid' });
    }
    expect(await statesOf(open.orderId)).toEqual({ status: 'pending', paymentStatus: 'unpaid' });
    const history = await shop.ctx.db.prisma.orderHistory.findFirst({
      where: { orderId: placed[0]?.orderId ?? '', toState: 'paid' },
    });
    expect(history?.actor).toBe('stripe');
    const [run] = await runs();
    expect(run).toMatchObject({ provider: 'stripe', examined: 6, findings });
    expect(run?.finishedAt).toBeInstanceOf(Date);
    await assertInvariants(shop.ctx);
  });

  test('lists, and never requests one payment at a time', async () => {
    for (let index = 0; index < 3; index++) await placePaidOrder();
    await shop.control('DELETE', 'requests');
    await reconciliation.run(shop.ctx);
    const { counts } = (await shop.control('GET', 'requests')) as {
      counts: Record<string, number>;
    };
    expect(counts).toEqual({
      'GET /v1/payment_intents': 2,
      'GET /v1/refunds': 1,
      'GET /v1/disputes': 1,
      // Two pages of cards, and one of bank transfers and debits.
      'GET /v1/balance_transactions': 3,
    });
  });

  test('writes nothing about payments when our ledger and Stripe agree', async () => {
    await placePaidOrder();
    await placeOrder(shop, variantId);
    await reconciliation.run(shop.ctx);
    const before = await versions();
    const { examined, findings } = await reconciliation.run(shop.ctx);
    expect({ examined, findings }).toEqual({ examined: 2, findings: [] });
    expect(await versions()).toEqual(before);
  });

  test('finds a payment whose id at Stripe was never stored, by its metadata', async () => {
    const paid = await placePaidOrder();
    const open = await placeOrder(shop, variantId);
    await shop.ctx.db.prisma.payment.updateMany({
      data: { providerId: null, clientSecret: null },
    });
    const { findings } = await reconciliation.run(shop.ctx);
    expect(findings.map(({ kind, action }) => [kind, action])).toEqual([
      ['missing_id', 'repaired'],
      ['missing_id', 'repaired'],
    ]);
    expect(await statesOf(paid.orderId)).toEqual({ status: 'confirmed', paymentStatus: 'paid' });
    const row = await shop.ctx.db.prisma.payment.findUnique({ where: { id: open.paymentId } });
    expect(row).toMatchObject({ providerId: open.intentId, clientSecret: open.secret });
  });

  test('cancels at Stripe a payment that was canceled here before its id was known, so that no one can pay it', async () => {
    const { orderId, paymentId, intentId, secret } = await placeOrder(shop, variantId);
    await shop.ctx.db.prisma.payment.update({
      where: { id: paymentId },
      data: { providerId: null, clientSecret: null },
    });
    await makeDue(shop, { orderId });
    await shop.container.services.checkout.expireDue(shop.ctx);
    const { findings } = await reconciliation.run(shop.ctx);
    expect(findings).toMatchObject([{ kind: 'missing_id', action: 'repaired' }]);
    expect((await shop.confirm(secret)).status).not.toBe('succeeded');
    const row = await shop.ctx.db.prisma.payment.findUnique({ where: { id: paymentId } });
    expect(row).toMatchObject({ status: 'canceled', providerId: intentId });
    expect((await reconciliation.run(shop.ctx)).findings).toEqual([]);
  });

  test('records a payment that was canceled at Stripe', async () => {
    const { intentId, paymentId } = await placeOrder(shop, variantId);
    await shop.control('POST', `payment_intents/${intentId}/cancel`);
    const { findings } = await reconciliation.run(shop.ctx);
    expect(findings).toMatchObject([{ kind: 'missed_update', action: 'repaired' }]);
    const row = await shop.ctx.db.prisma.payment.findUnique({ where: { id: paymentId } });
    expect(row?.status).toBe('canceled');
  });

  test('only counts payments of another system on the same account', async () => {
    await stripe('payment_intents', paidAtOnce);
    await stripe('payment_intents', { amount: '700', currency: 'usd', 'metadata[invoice]': '7' });
    const report = await reconciliation.run(shop.ctx);
    expect(report).toMatchObject({ examined: 2, foreign: 2, findings: [] });
  });

  test('leaves money for an unknown order to a person, and the doctor reports it', async () => {
    const { id } = await stripe('payment_intents', {
      ...paidAtOnce,
      'metadata[paymentId]': newId('payment'),
      'metadata[orderId]': newId('order'),
    });
    const { findings } = await reconciliation.run(shop.ctx);
    expect(findings).toEqual([
      {
        kind: 'unknown_money',
        provider: 'stripe',
        providerId: id,
        paymentId: null,
        orderId: null,
        action: 'needs_person',
        detail: 'succeeded with 700 USD there',
      },
    ]);
    await expect(assertInvariants(shop.ctx)).rejects.toThrow(`P4 broken`);
  });

  test('reports what an earlier release stored in the words of this one', async () => {
    const finding = {
      kind: 'missed_news',
      providerId: 'pi_x',
      action: 'needs_person',
      detail: 'd',
    };
    await shop.ctx.db.prisma.reconciliation.create({
      data: {
        id: newId('reconciliation'),
        provider: 'stripe',
        since: new Date(),
        findings: [finding],
        finishedAt: new Date(),
      },
    });
    await expect(assertInvariants(shop.ctx)).rejects.toThrow('pi_x: missed_update: d');
  });

  test('leaves a second payment of one order to a person, when it has money', async () => {
    const { paymentId, orderId } = await placePaidOrder();
    await reconciliation.run(shop.ctx);
    const { id } = await stripe('payment_intents', {
      ...paidAtOnce,
      'metadata[paymentId]': paymentId,
    });
    const { findings } = await reconciliation.run(shop.ctx);
    expect(findings).toMatchObject([
      { kind: 'unknown_money', providerId: id, paymentId, orderId, action: 'needs_person' },
    ]);
  });

  test('leaves money that Stripe knows nothing of to a person', async () => {
    const { paymentId } = await placePaidOrder();
    await reconciliation.run(shop.ctx);
    const earlier = new Date(Date.now() - DAY_MS);
    await shop.ctx.db.prisma.payment.update({
      where: { id: paymentId },
      data: { providerId: 'pi_of_another_account', createdAt: earlier, updatedAt: earlier },
    });
    const { findings } = await reconciliation.run(shop.ctx);
    expect(findings.map(({ kind, action }) => [kind, action])).toEqual([
      ['unknown_money', 'needs_person'],
      ['missing_money', 'needs_person'],
    ]);
  });

  test('continues after a difference that it cannot repair', async () => {
    const overpaid = await placePaidOrder();
    const good = await placePaidOrder();
    await shop.ctx.db.prisma.payment.update({
      where: { id: overpaid.paymentId },
      data: { currency: 'EUR' },
    });
    const { findings } = await reconciliation.run(shop.ctx);
    const actions = new Map(findings.map(({ orderId, action }) => [orderId, action]));
    expect(actions.get(overpaid.orderId)).toBe('needs_person');
    expect(actions.get(good.orderId)).toBe('repaired');
    expect(await statesOf(good.orderId)).toEqual({ status: 'confirmed', paymentStatus: 'paid' });
  });

  test('records a refund that was made in the dashboard, once', async () => {
    const { orderId, intentId } = await placePaidOrder();
    await reconciliation.run(shop.ctx);
    await shop.control('POST', `payment_intents/${intentId}/refund`, { amount: 1000 });
    const { examined, findings } = await reconciliation.run(shop.ctx);
    expect(examined).toBe(2);
    expect(findings).toMatchObject([
      {
        kind: 'missed_refund',
        providerId: expect.stringMatching(/^re_/),
        orderId,
        action: 'repaired',
        detail: 'refund unknown here, succeeded there',
      },
    ]);
    expect(await statesOf(orderId)).toEqual({
      status: 'confirmed',
      paymentStatus: 'partially_refunded',
    });
    expect((await reconciliation.run(shop.ctx)).findings).toEqual([]);
    await assertInvariants(shop.ctx);
  });

  test('records a refund that failed after it had succeeded', async () => {
    const { orderId, intentId } = await placePaidOrder();
    await reconciliation.run(shop.ctx);
    const refund = (await shop.control('POST', `payment_intents/${intentId}/refund`)) as {
      id: string;
    };
    await reconciliation.run(shop.ctx);
    expect(await statesOf(orderId)).toMatchObject({ paymentStatus: 'refunded' });
    await shop.control('POST', `refunds/${refund.id}/fail`);
    const { findings } = await reconciliation.run(shop.ctx);
    expect(findings).toMatchObject([
      { kind: 'missed_refund', action: 'repaired', detail: 'refund succeeded here, failed there' },
    ]);
    expect(await statesOf(orderId)).toMatchObject({ paymentStatus: 'paid' });
    await assertInvariants(shop.ctx);
  });

  test('records the fee of every payment, over several pages, and once', async () => {
    const placed = [];
    for (let index = 0; index < 3; index++) placed.push(await placePaidOrder());
    await placeOrder(shop, variantId);
    // 2.9 % of 26.99, rounded, and 0.30.
    expect((await reconciliation.run(shop.ctx)).fees).toBe(3);
    for (const { paymentId } of placed) {
      expect(await feesOf(paymentId)).toEqual([
        { amount: 108n, currency: 'USD', reference: expect.stringMatching(/^txn_/) },
      ]);
      const payment = await paymentOf(paymentId);
      expect(payment).toMatchObject({ fee: 108n });
    }
    expect((await reconciliation.run(shop.ctx)).fees).toBe(0);
    expect((await runs()).map(({ fees }) => fees)).toEqual([3, 0]);
    const { body } = await shop.api
      .get(`/api/v1/admin/orders/${placed[0]?.orderId}`)
      .set(asStaff)
      .expect(200);
    expect(body.data.payments[0].fee).toEqual({ amount: 108, currency: 'USD' });
    await assertInvariants(shop.ctx);
  });

  test('records a fee once, also when several runs find it at the same time', async () => {
    const { paymentId } = await placePaidOrder();
    const reports = await Promise.all(
      Array.from({ length: 4 }, () => reconciliation.run(shop.ctx)),
    );
    expect(reports.reduce((sum, { fees }) => sum + fees, 0)).toBe(1);
    expect(await feesOf(paymentId)).toHaveLength(1);
    expect(await paymentOf(paymentId)).toMatchObject({ fee: 108n });
  });

  test('records the fee of a bank transfer when its money has arrived', async () => {
    const { paymentId, intentId, secret } = await placeOrder(shop, variantId);
    await shop.confirm(secret, 'pm_usBankAccount_success');
    expect((await reconciliation.run(shop.ctx)).fees).toBe(0);
    await shop.control('POST', `payment_intents/${intentId}/settle`);
    expect((await reconciliation.run(shop.ctx)).fees).toBe(1);
    expect(await paymentOf(paymentId)).toMatchObject({ fee: 108n });
  });

  test('skips a fee in another currency than its payment, and a fee of another system', async () => {
    const { paymentId } = await placePaidOrder();
    await shop.ctx.db.prisma.payment.update({
      where: { id: paymentId },
      data: { currency: 'EUR' },
    });
    await stripe('payment_intents', paidAtOnce);
    expect((await reconciliation.run(shop.ctx)).fees).toBe(0);
    expect(await feesOf(paymentId)).toEqual([]);
  });

  test('records a dispute whose webhook never arrived, and its outcome', async () => {
    const { orderId, paymentId } = await placePaidOrder('pm_card_createDispute');
    const { findings } = await reconciliation.run(shop.ctx);
    expect(findings.map(({ kind, action }) => [kind, action])).toEqual([
      ['missed_update', 'repaired'],
      ['missed_dispute', 'repaired'],
    ]);
    expect(await statesOf(orderId)).toEqual({ status: 'confirmed', paymentStatus: 'disputed' });
    const [dispute] = await disputesOf(paymentId);
    expect(dispute).toMatchObject({ status: 'needs_response', amount: 2699n });
    expect((await reconciliation.run(shop.ctx)).findings).toEqual([]);

    await shop.control('POST', `disputes/${dispute?.providerId}/win`);
    expect((await reconciliation.run(shop.ctx)).findings).toEqual([
      {
        kind: 'missed_dispute',
        provider: 'stripe',
        providerId: dispute?.providerId,
        paymentId,
        orderId,
        action: 'repaired',
        detail: 'dispute needs_response here, won there',
      },
    ]);
    expect(await statesOf(orderId)).toEqual({ status: 'confirmed', paymentStatus: 'paid' });
    await assertInvariants(shop.ctx);
  });

  test.each([
    ['as far as the oldest dispute that is open', 40, null, 40],
    ['no further for one that is decided', 40, new Date(), 3],
    ['no further for one that is older than any bank takes', 200, null, 3],
  ])('lists disputes %s', async (_how, ageDays, closedAt, expectedDays) => {
    const { paymentId } = await placePaidOrder('pm_card_createDispute');
    await reconciliation.run(shop.ctx);
    const createdAt = new Date(Date.now() - ageDays * DAY_MS);
    await shop.ctx.db.prisma.dispute.updateMany({
      where: { paymentId },
      data: { createdAt, closedAt },
    });
    const { services } = shop.container;
    const begins: number[] = [];
    const [remote] = services.payments.remotes;
    const disputes = remote?.disputes;
    if (!disputes) throw new Error('Stripe has no disputes');
    const watched: RemoteProvider = {
      ...remote,
      disputes: {
        ...disputes,
        list(span) {
          begins.push(span.from.getTime());
          return disputes.list(span);
        },
      },
    };
    const payments = { ...services.payments, remotes: [watched] };
    await createReconciliationService({ ...services, payments }).run(shop.ctx);
    expect(begins).toHaveLength(1);
    expect(Math.abs(Date.now() - expectedDays * DAY_MS - (begins[0] ?? 0))).toBeLessThan(MINUTE_MS);
  });

  test('leaves a dispute to a person that has another outcome here', async () => {
    const { paymentId } = await placePaidOrder('pm_card_createDispute');
    await reconciliation.run(shop.ctx);
    await shop.ctx.db.prisma.dispute.updateMany({ data: { status: 'won' } });
    const { findings } = await reconciliation.run(shop.ctx);
    expect(findings).toMatchObject([
      {
        kind: 'missed_dispute',
        paymentId,
        action: 'needs_person',
        detail: 'dispute won here, needs_response there',
      },
    ]);
  });

  test.each(['/v1/disputes', '/v1/balance_transactions'])(
    'stays unfinished when Stripe goes down before %s is read',
    async (path) => {
      await shop.control('POST', 'faults', { path, method: 'GET', status: 503, times: 10 });
      await expect(reconciliation.run(shop.ctx)).rejects.toThrow('Injected fault');
      expect(await runs()).toMatchObject([{ finishedAt: null }]);
    },
  );

  test('stops when Stripe goes down in the middle of a dispute, and needs no person', async () => {
    await placePaidOrder('pm_card_createDispute');
    const fault = { path: '/v1/disputes/*', method: 'GET', status: 503, times: 10 };
    await shop.control('POST', 'faults', fault);
    await expect(reconciliation.run(shop.ctx)).rejects.toThrow('Injected fault');
    await shop.control('DELETE', 'faults');
    const { findings } = await reconciliation.run(shop.ctx);
    expect(findings).toMatchObject([{ kind: 'missed_dispute', action: 'repaired' }]);
  });

  test('stays unfinished when Stripe goes down, and the next run begins there', async () => {
    const { orderId } = await placePaidOrder();
    const fault = { path: '/v1/payment_intents', method: 'GET', status: 503, times: 10 };
    await shop.control('POST', 'faults', fault);
    await expect(reconciliation.run(shop.ctx)).rejects.toThrow('Injected fault');
    await shop.control('DELETE', 'faults');
    await reconciliation.run(shop.ctx);
    expect(await statesOf(orderId)).toMatchObject({ paymentStatus: 'paid' });
    const [first, second] = await runs();
    expect(first?.finishedAt).toBeNull();
    expect(second?.finishedAt).toBeInstanceOf(Date);
  });

  test('checks a payment from before the window that a bank has not decided on', async () => {
    const { orderId, paymentId, intentId, secret } = await placeOrder(shop, variantId);
    await shop.confirm(secret, 'pm_usBankAccount_success');
    await reconciliation.run(shop.ctx);
    await shop.ctx.db.prisma.payment.update({
      where: { id: paymentId },
      data: { createdAt: new Date(Date.now() - 9 * DAY_MS) },
    });
    await shop.control('POST', `payment_intents/${intentId}/settle`);
    // Nothing is listed, because the payment is younger than the window of this run.
    const patient = reconciliationWith({ settleSeconds: 3600 });
    const { findings } = await patient.run(shop.ctx);
    expect(findings).toMatchObject([{ kind: 'missed_update', orderId, action: 'repaired' }]);
    expect(await statesOf(orderId)).toEqual({ status: 'confirmed', paymentStatus: 'paid' });
  });

  test.each([
    ['three days', 'when it has never run', undefined, 3 * DAY_MS],
    ['three days', 'however short ago it ran', 0.1, 3 * DAY_MS],
    ['ten days', 'when it ran ten days ago, and an hour', 10, 10 * DAY_MS + 3_600_000],
    ['thirty days', 'when it ran a year ago', 365, 30 * DAY_MS],
  ])('looks back %s %s', async (_length, _when, ranDaysAgo, expected) => {
    if (ranDaysAgo !== undefined) {
      const startedAt = new Date(Date.now() - ranDaysAgo * DAY_MS);
      await shop.ctx.db.prisma.reconciliation.create({
        data: {
          id: newId('reconciliation'),
          provider: 'stripe',
          since: startedAt,
          startedAt,
          finishedAt: startedAt,
        },
      });
    }
    const { since } = await reconciliation.run(shop.ctx);
    expect(Math.abs(Date.now() - expected - since.getTime())).toBeLessThan(MINUTE_MS);
  });

  test('reports what it would repair, and repairs nothing, when it only inspects', async () => {
    const { orderId } = await placePaidOrder();
    const before = await versions();
    const { findings } = await reconciliation.inspect(shop.ctx);
    expect(findings).toMatchObject([{ kind: 'missed_update', orderId, action: 'none' }]);
    expect(await versions()).toEqual(before);
    expect(await runs()).toEqual([]);
  });
});

describe('npm run doctor -- --stripe', () => {
  const ask = () =>
    runEntry('scripts/doctor.ts', {
      args: ['--stripe'],
      env: {
        DATABASE_URL: shop.container.config.database.url,
        DATA_DIR: tmpdir(),
        STRIPE_SECRET_KEY: shop.sandbox.secretKey,
        STRIPE_PUBLISHABLE_KEY: 'pk_test_shop',
        STRIPE_WEBHOOK_SECRET: webhookSecret,
        STRIPE_API_BASE: shop.sandbox.url,
      },
    });

  test('ends with 0 while our ledger and Stripe agree, and with 1 and the difference otherwise', async () => {
    const { orderId, paymentId, intentId, secret } = await placeOrder(shop, variantId);
    const agreed = await ask();
    expect(agreed).toMatchObject({ code: 0, stderr: '' });
    expect(agreed.stdout).toMatch(/^Stripe +ok +\d seen {2}Stripe agrees with the shop's ledger/m);

    // A run skips payments of the last minutes, whose webhooks may arrive; this one is older than the window.
    await shop.ctx.db.prisma.payment.update({
      where: { id: paymentId },
      data: { createdAt: new Date(Date.now() - 9 * DAY_MS) },
    });
    await shop.confirm(secret);
    const before = await versions();
    const { code, stdout } = await ask();
    expect(code).toBe(1);
    expect(stdout).toContain(
      `${intentId}, ${paymentId}, ${orderId}: missed update: pending with 0 here, succeeded with 2699 USD there`,
    );
    expect(await versions()).toEqual(before);
  }, 60_000);
});
