import type { ProviderDisputes } from '../../src/ports/paymentProvider.ts';
import { createDisputesService } from '../../src/services/disputes.service.ts';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import {
  balancesOf,
  checkoutWith,
  issueCard,
  ledgerOf,
  usd,
  type Card,
} from '../helpers/credit.ts';
import { doctor } from '../helpers/doctor.ts';
import { eventsOf, placedOf, storedOrder, type PlacedOrder } from '../helpers/orders.ts';
import { refund } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

/** The rest of 26.99, when a gift card pays 10.00. */
const BY_STRIPE = 1699;

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp();
  const product = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = product.variantIds[0] ?? '';
}, 30_000);

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

type Disputed = PlacedOrder & { disputeId: string };

/** An order that cards and Stripe have paid. */
async function placePaid(cards: readonly Card[]): Promise<PlacedOrder> {
  const { body } = await checkoutWith(shop, variantId, { cards });
  const placed = placedOf(body.data);
  await shop.confirm(placed.secret);
  await shop.container.services.payments.sync(shop.ctx, 'stripe', placed.intentId);
  return placed;
}

/** The same; Stripe's part is disputed. */
async function placeDisputed(cards: readonly Card[]): Promise<Disputed> {
  const paid = await placePaid(cards);
  const dispute = await shop.control('POST', `payment_intents/${paid.intentId}/dispute`);
  const { id: disputeId } = dispute as { id: string };
  await shop.container.services.disputes.sync(shop.ctx, 'stripe', disputeId);
  return { ...paid, disputeId };
}

async function lose({ disputeId }: Disputed): Promise<void> {
  await shop.control('POST', `disputes/${disputeId}/lose`);
  await shop.container.services.disputes.sync(shop.ctx, 'stripe', disputeId);
}

/** States that the sandbox does not support: a partial dispute, and one that is won on appeal. */
async function decide(
  { disputeId, intentId }: Disputed,
  status: 'won' | 'lost',
  amount: number,
): Promise<void> {
  const { payments } = shop.container.services;
  const [remote] = payments.remotes;
  if (!remote?.disputes) throw new Error('Stripe has no disputes');
  const retrieve: ProviderDisputes['retrieve'] = async () => ({
    providerId: disputeId,
    providerPaymentId: intentId,
    status,
    reason: 'fraudulent',
    amount: usd(amount),
    evidenceDueAt: null,
    createdAt: new Date(),
  });
  const decided = { ...remote, disputes: { ...remote.disputes, retrieve } };
  const disputes = createDisputesService({
    ...shop.container.services,
    payments: { ...payments, remoteOf: () => decided },
    cursorSecret: 'none',
  });
  await disputes.sync(shop.ctx, 'stripe', disputeId);
}

async function onShelf(): Promise<number> {
  const level = await shop.ctx.db.prisma.stockLevel.findFirst({ where: { variantId } });
  return level?.onHand ?? 0;
}

describe('A dispute that is lost before anything was sent, of an order that a gift card paid in part', () => {
  test('cancels the order, credits the card and restocks the lines', async () => {
    const before = await onShelf();
    const card = await issueCard(shop, 1000);
    const disputed = await placeDisputed([card]);
    expect(await storedOrder(shop, disputed)).toMatchObject({ paymentStatus: 'disputed' });
    await lose(disputed);
    expect(await storedOrder(shop, disputed)).toMatchObject({
      status: 'canceled',
      paymentStatus: 'refunded',
    });
    expect(await ledgerOf(shop, card)).toEqual(['issued 1000', 'held -1000', 'refunded 1000']);
    expect(await onShelf()).toBe(before);
    expect(await eventsOf(shop, disputed)).toEqual(
      expect.arrayContaining(['dispute.lost', 'order.canceled', 'refund.succeeded']),
    );
  });

  test('leaves the order and the card unchanged where the goods were sent', async () => {
    const card = await issueCard(shop, 1000);
    const disputed = await placeDisputed([card]);
    const fulfillment = { fulfillment: 'fulfilled', reason: 'sent' } as const;
    await shop.container.services.orders.transition(shop.ctx, disputed.orderId, fulfillment);
    await lose(disputed);
    expect(await storedOrder(shop, disputed)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'partially_refunded',
    });
    expect(await balancesOf(shop, [card])).toEqual([0]);
  });

  test('also leaves them unchanged while some of Stripe’s money is still there', async () => {
    const card = await issueCard(shop, 1000);
    const disputed = { ...(await placePaid([card])), disputeId: 'du_of_a_part' };
    await decide(disputed, 'lost', 500);
    expect(await storedOrder(shop, disputed)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'partially_refunded',
    });
    expect(await balancesOf(shop, [card])).toEqual([0]);
  });
});

/** Findings that wait for staff by design. */
async function waiting(): Promise<string[]> {
  const { findings } = await doctor.examine(shop.ctx);
  return findings.filter(({ state }) => state === 'waiting').map(({ id }) => id);
}

test('A dispute that is won on appeal after the order was canceled is left to staff, who get a mail', async () => {
  const disputed = await placeDisputed([await issueCard(shop, 1000)]);
  await lose(disputed);
  expect(await storedOrder(shop, disputed)).toMatchObject({ status: 'canceled' });
  await decide(disputed, 'won', BY_STRIPE);
  expect(await storedOrder(shop, disputed)).toMatchObject({
    status: 'canceled',
    paymentStatus: 'partially_refunded',
  });
  expect(await eventsOf(shop, disputed)).toContain('dispute.won');
  await assertInvariants(shop.ctx);
  expect(await waiting()).toEqual(['P5']);
  // As the mail proposes.
  await refund(shop, disputed, { amount: usd(BY_STRIPE) }).expect(201);
  expect(await waiting()).toEqual([]);
});
