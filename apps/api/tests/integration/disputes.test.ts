import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startMailCatcher, type MailCatcher } from '../../src/integrations/mailCatcher.ts';
import type { MailSummary } from '../../src/integrations/mailCatcher/mailbox.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { newId } from '../../src/kernel/ids.ts';
import {
  eventsOf,
  placeOrder,
  postOrder,
  storedOrder,
  type PlacedOrder,
} from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

const TOTAL = 2699n;
const STAFF = 'staff@shop.test';

let shop: SalesApp;
let catcher: MailCatcher;
let mailFolder: string;
let variantId: string;

beforeAll(async () => {
  mailFolder = await mkdtemp(path.join(tmpdir(), 'disputes-'));
  catcher = await startMailCatcher({ dataDir: mailFolder, host: '127.0.0.1' });
  shop = await startSalesApp({
    worker: true,
    env: { SMTP_URL: catcher.smtpUrl, STAFF_EMAIL: STAFF },
  });
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
}, 30_000);

afterEach(async () => {
  await shop.control('DELETE', 'webhooks');
  await assertInvariants(shop.ctx);
});

afterAll(async () => {
  await shop.close();
  await catcher.close();
  await rm(mailFolder, { recursive: true });
});

/** The subjects of the mails to staff about an order. */
async function mailsOf(placed: PlacedOrder): Promise<string[]> {
  const { number } = await storedOrder(shop, placed);
  const mails = (await (await fetch(`${catcher.webUrl}/messages`)).json()) as MailSummary[];
  return mails
    .filter(({ to, subject }) => String(to).includes(STAFF) && subject.includes(String(number)))
    .map(({ subject }) => subject);
}

const disputesOf = ({ paymentId }: PlacedOrder) =>
  shop.ctx.db.prisma.dispute.findMany({ where: { paymentId } });

const kindsOf = async (placed: PlacedOrder) =>
  (await storedOrder(shop, placed)).payments.flatMap(({ entries }) =>
    entries.map(({ kind }) => kind).toSorted(),
  );

const untilPayment = (placed: PlacedOrder, paymentStatus: string) =>
  eventually(async () => {
    const order = await storedOrder(shop, placed);
    return order.paymentStatus === paymentStatus && order;
  });

/** An order whose payment is disputed. */
async function placeDisputed(): Promise<PlacedOrder & { disputeId: string }> {
  const placed = await placeOrder(shop, variantId);
  await shop.confirm(placed.secret, 'pm_card_createDispute');
  await untilPayment(placed, 'disputed');
  const [dispute] = await disputesOf(placed);
  return { ...placed, disputeId: dispute?.providerId ?? '' };
}

async function onShelf(): Promise<number> {
  const level = await shop.ctx.db.prisma.stockLevel.findFirst({ where: { variantId } });
  return level?.onHand ?? 0;
}

describe('A dispute', () => {
  test('is recorded, with the day by which evidence is due, and staff get a mail', async () => {
    const placed = await placeDisputed();
    expect(await disputesOf(placed)).toMatchObject([
      { status: 'needs_response', reason: 'fraudulent', amount: TOTAL, closedAt: null },
    ]);
    const [dispute] = await disputesOf(placed);
    expect(Number(dispute?.evidenceDueAt)).toBeGreaterThan(Date.now() + 7 * 86_400_000);
    expect(await kindsOf(placed)).toEqual(['captured', 'disputed']);
    expect(await storedOrder(shop, placed)).toMatchObject({
      status: 'confirmed',
      payments: [{ disputed: TOTAL }],
    });
    expect(await eventsOf(shop, placed)).toContain('dispute.opened');
    const [subject] = await eventually(async () => {
      const subjects = await mailsOf(placed);
      return subjects.length > 0 && subjects;
    });
    expect(subject).toMatch(/^A payment of order \d+ is disputed$/);
  });

  test('keeps the order from being canceled until it is decided, by staff too', async () => {
    const placed = await placeDisputed();
    const { body } = await postOrder(shop, placed, 'cancel').expect(409);
    expect(body.detail).toContain('disputed');
    await shop.api
      .post(`/api/v1/admin/orders/${placed.orderId}/cancel`)
      .set({ ...asStaff, 'Idempotency-Key': newId('request') })
      .send({ reason: 'the customer asked' })
      .expect(409);
    await shop.control('POST', `disputes/${placed.disputeId}/win`);
    await untilPayment(placed, 'paid');
    await postOrder(shop, placed, 'cancel').expect(200);
    await untilPayment(placed, 'refunded');
  });

  test('that is won restores the status of the order', async () => {
    const placed = await placeDisputed();
    await shop.control('POST', `disputes/${placed.disputeId}/win`);
    const order = await untilPayment(placed, 'paid');
    expect(order).toMatchObject({ status: 'confirmed', payments: [{ disputed: 0n }] });
    expect(await kindsOf(placed)).toEqual(['captured', 'dispute_won', 'disputed']);
    expect(await disputesOf(placed)).toMatchObject([{ status: 'won', closedAt: expect.any(Date) }]);
    expect((await eventsOf(shop, placed)).filter((type) => type.startsWith('dispute'))).toEqual([
      'dispute.opened',
      'dispute.won',
    ]);
  });

  test('that is lost before anything was sent cancels the order and restocks its lines', async () => {
    const before = await onShelf();
    const placed = await placeDisputed();
    expect(await onShelf()).toBe(before - 1);
    await shop.control('POST', `disputes/${placed.disputeId}/lose`);
    const order = await untilPayment(placed, 'refunded');
    expect(order).toMatchObject({ status: 'canceled', payments: [{ disputed: TOTAL }] });
    expect(await onShelf()).toBe(before);
    expect(await kindsOf(placed)).toEqual(['captured', 'dispute_lost', 'disputed']);
    expect(await eventsOf(shop, placed)).toEqual(
      expect.arrayContaining(['dispute.lost', 'order.canceled']),
    );
  });

  test('that is lost after the goods were sent leaves the order unchanged', async () => {
    const placed = await placeDisputed();
    const fulfillment = { fulfillment: 'fulfilled', reason: 'sent' } as const;
    await shop.container.services.orders.transition(shop.ctx, placed.orderId, fulfillment);
    await shop.control('POST', `disputes/${placed.disputeId}/lose`);
    expect(await untilPayment(placed, 'refunded')).toMatchObject({ status: 'confirmed' });
  });

  test.each(['newest', 'random'])(
    'has the same result with its events doubled and %s first',
    async (order) => {
      const placed = await placeOrder(shop, variantId);
      await shop.control('POST', 'webhooks', { paused: true, duplicate: 2, order });
      await shop.confirm(placed.secret, 'pm_card_createDispute');
      const { data } = await disputesAtStripe(placed.intentId);
      await shop.control('POST', `disputes/${data[0]?.id}/win`);
      await shop.control('POST', 'webhooks', { paused: false, duplicate: 2, order });
      await eventually(async () => (await disputesOf(placed))[0]?.status === 'won');
      await untilPayment(placed, 'paid');
      expect(await kindsOf(placed)).toEqual(['captured', 'dispute_won', 'disputed']);
    },
  );

  test('that is decided is not undone by an older reading', async () => {
    const placed = await placeDisputed();
    await shop.control('POST', `disputes/${placed.disputeId}/win`);
    await untilPayment(placed, 'paid');
    await Promise.all(
      Array.from({ length: 5 }, () =>
        shop.container.services.disputes.sync(shop.ctx, 'stripe', placed.disputeId),
      ),
    );
    expect(await kindsOf(placed)).toEqual(['captured', 'dispute_won', 'disputed']);
  });
});

async function disputesAtStripe(intentId: string) {
  const answer = await fetch(`${shop.sandbox.url}/v1/disputes?payment_intent=${intentId}`, {
    headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
  });
  return (await answer.json()) as { data: { id: string }[] };
}

describe('GET /admin/disputes', () => {
  const list = (query: Record<string, string> = {}) =>
    shop.api.get('/api/v1/admin/disputes').query(query).set(asStaff);

  test('lists them newest first, page by page, and by whether they are open', async () => {
    const placed = await placeDisputed();
    const { body } = await list({ limit: '2' }).expect(200);
    expect(body.data).toHaveLength(2);
    const { body: next } = await list({ limit: '2', cursor: body.meta.nextCursor }).expect(200);
    const ids = [...body.data, ...next.data].map(({ id }: { id: string }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    const { body: open } = await list({ state: 'open' }).expect(200);
    expect(open.data).toContainEqual(
      expect.objectContaining({
        orderId: placed.orderId,
        providerId: placed.disputeId,
        amount: { amount: 2699, currency: 'USD' },
        closedAt: null,
      }),
    );
    const { body: closed } = await list({ state: 'closed' }).expect(200);
    for (const { closedAt } of closed.data) expect(closedAt).not.toBeNull();
    await list({ cursor: 'forged' }).expect(400);
    await shop.api.get('/api/v1/admin/disputes').expect(401);
  });
});
