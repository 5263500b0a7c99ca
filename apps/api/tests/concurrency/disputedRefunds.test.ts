import { setTimeout as delay } from 'node:timers/promises';
import { assertInvariants } from '../helpers/invariants.ts';
import { createProduct } from '../helpers/catalog.ts';
import { usd } from '../helpers/credit.ts';
import { eventually } from '../helpers/eventually.ts';
import {
  eventsOf,
  placePaidOrder,
  postOrder,
  storedOrder,
  type PlacedOrder,
} from '../helpers/orders.ts';
import { refund, refundsAtStripe } from '../helpers/refunds.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

// A bank, staff and a customer act on one order at the same time, repeatedly. RACES=500 runs 500 races.

const RACES = Number(process.env['RACES'] ?? 16);
const AT_ONCE = 8;
const WITHIN_MS = 20;
const TOTAL = 2699;
const PART = 500;

let shop: SalesApp;
let variantId: string;

beforeAll(async () => {
  shop = await startSalesApp({ worker: true });
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: RACES }] });
  variantId = variantIds[0] ?? '';
}, 30_000);

afterEach(() => assertInvariants(shop.ctx));

afterAll(() => shop.close());

interface Race {
  readonly placed: PlacedOrder;
  readonly disputeId: string | undefined;
  readonly isCanceled: boolean;
  readonly isRefunded: boolean;
}

const soon = () => delay(Math.random() * WITHIN_MS);

/** @param amount of the dispute; by default all that is left. */
async function race(amount?: number): Promise<Race> {
  const placed = await placePaidOrder(shop, variantId);
  const [dispute, refunding, canceling] = await Promise.all([
    soon()
      .then(() => shop.control('POST', `payment_intents/${placed.intentId}/dispute`, { amount }))
      .catch(() => undefined),
    soon().then(() => refund(shop, placed, { amount: usd(PART) })),
    soon().then(() => postOrder(shop, placed, 'cancel')),
  ]);
  return {
    placed,
    disputeId: (dispute as { id: string } | undefined)?.id,
    isRefunded: refunding.status === 201,
    isCanceled: canceling.status === 200,
  };
}

/** Runs or abandons the pending refunds of an order. */
async function isAtRest({ orderId }: PlacedOrder, disputeId: string | undefined): Promise<boolean> {
  const { prisma } = shop.ctx.db;
  const status = { in: ['pending' as const, 'waiting' as const] };
  const open = await prisma.refundTransfer.count({ where: { refund: { orderId }, status } });
  const dispute =
    disputeId === undefined ||
    (await prisma.dispute.count({ where: { providerId: disputeId, NOT: { closedAt: null } } })) > 0;
  // Runs the sweeper's work of the next minute now, for this order only: two runs on the same rows may
  // deadlock.
  const refunds = await prisma.refund.findMany({ where: { orderId }, select: { id: true } });
  await prisma.workflow.updateMany({
    where: { kind: 'refund', state: 'waiting', subjectId: { in: refunds.map(({ id }) => id) } },
    data: { deadlineAt: new Date(0) },
  });
  await shop.container.services.recovery.sweep(shop.ctx);
  return dispute && open === 0;
}

/** The money that is left after the decision, with the expected figure. */
async function outcomeOf(
  { placed, disputeId, isCanceled, isRefunded }: Race,
  outcome: 'win' | 'lose',
  disputed = TOTAL,
): Promise<[end: object, due: object]> {
  if (disputeId !== undefined) await shop.control('POST', `disputes/${disputeId}/${outcome}`);
  await eventually(() => isAtRest(placed, disputeId));
  const { status, payments } = await storedOrder(shop, placed);
  const returned = (await refundsAtStripe(shop, placed)).reduce((sum, one) => sum + one.amount, 0);
  const [payment] = payments;
  const isLost = disputeId !== undefined && outcome === 'lose';
  const lost = isLost ? Math.min(disputed, TOTAL - returned) : 0;
  const isCalled = (await eventsOf(shop, placed)).includes('refund.failed');
  const end = { status, returned, refunded: payment?.refunded, open: payment?.refunding, isCalled };
  const ofStanding = isRefunded && lost < TOTAL ? PART : 0;
  const wanted = isCanceled ? TOTAL - lost : ofStanding;
  const due = isCanceled || returned + lost === TOTAL ? 'canceled' : 'confirmed';
  return [
    end,
    { status: due, returned: wanted, refunded: BigInt(wanted), open: 0n, isCalled: false },
  ];
}

/** Runs the races, a few at a time. @returns the actual and expected result of each. */
async function races(
  share: number,
  outcome: 'win' | 'lose',
  disputed?: number,
): Promise<{ ends: object[]; dues: object[] }> {
  const count = Math.ceil(RACES * share);
  const all: [object, object][] = [];
  const run = async () => outcomeOf(await race(disputed), outcome, disputed);
  while (all.length < count) {
    const some = Math.min(AT_ONCE, count - all.length);
    all.push(...(await Promise.all(Array.from({ length: some }, run))));
  }
  return { ends: all.map(([end]) => end), dues: all.map(([, due]) => due) };
}

const limitMs = 60_000 + RACES * 2000;

describe('A payment that is disputed, refunded in part and canceled within moments', () => {
  test(
    'is refunded in full when the dispute is won',
    async () => {
      const { ends, dues } = await races(0.5, 'win');
      expect(ends).toEqual(dues);
    },
    limitMs,
  );

  test(
    'is returned only by the dispute when that is lost',
    async () => {
      const { ends, dues } = await races(0.25, 'lose');
      expect(ends).toEqual(dues);
    },
    limitMs,
  );

  test(
    'is refunded as far as the dispute leaves money when only a part is lost',
    async () => {
      const { ends, dues } = await races(0.25, 'lose', 1000);
      expect(ends).toEqual(dues);
    },
    limitMs,
  );

  test('needs no person, and leaves no failed job', async () => {
    const { prisma } = shop.ctx.db;
    expect(await prisma.workflow.count({ where: { state: 'needs_person' } })).toBe(0);
    const dead = await shop.container.database.pool.query(
      'SELECT FROM graphile_worker.jobs WHERE attempts >= max_attempts',
    );
    expect(dead.rowCount).toBe(0);
  });
});
