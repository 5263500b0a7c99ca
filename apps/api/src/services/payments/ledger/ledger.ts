import { statement } from '../../../db/statement.ts';
import type { OrderPaymentStatus } from '../../../domains/orders.enums.ts';
import type { PaymentEntryKind, PaymentStatus } from '../../../domains/payments.enums.ts';
import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import type { OrdersService } from '../../orders.service.ts';

/** What the ledger of one payment adds up to; minor units. A trigger keeps the sums in its row. */
export interface PaymentFigures {
  readonly provider: string;
  readonly creditAccountId: string | null;
  readonly status: PaymentStatus;
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
  /** In dispute, or lost in one … */
  readonly disputed: number;
  /** … of which this is lost. */
  readonly lost: number;
}

interface FiguresRow extends PaymentFigures {
  readonly current: OrderPaymentStatus;
}

/** What happened to the payment `id`; see {@link record}. */
interface NewEntry {
  readonly id: string;
  readonly currency: string;
  readonly amount: number;
  readonly reference: string;
}

const insertEntries = statement('payments.entry')<{
  ids: readonly string[];
  paymentIds: readonly string[];
  amounts: readonly number[];
  currencies: readonly string[];
  references: readonly string[];
  kind: string;
}>(
  `INSERT INTO payment_entries (id, payment_id, amount, currency, reference, kind)
   SELECT *, :kind
   FROM unnest(:ids::text[], :paymentIds::text[], :amounts::bigint[], :currencies::text[], :references::text[])
   ON CONFLICT (payment_id, kind, reference) DO NOTHING`,
);

/** Of a payment `p`, what was lost in disputes and not won on appeal, as SQL. */
export const lostSql = `
  (SELECT coalesce(sum(e.amount), 0) FROM payment_entries e
   WHERE e.payment_id = p.id AND e.kind = 'dispute_lost' AND p.disputed > 0
     AND NOT EXISTS (SELECT FROM payment_entries w
       WHERE w.payment_id = p.id AND w.kind = 'dispute_won' AND w.reference = e.reference))`;

const selectFigures = statement('payments.figures')<{ orderId: string }, FiguresRow>(
  `SELECT o.payment_status AS current, p.provider, p.credit_account_id AS "creditAccountId",
     p.status, p.amount, p.captured, p.refunded, p.disputed,
     ${lostSql} AS lost
   FROM orders o JOIN payments p ON p.order_id = o.id
   WHERE o.id = :orderId`,
);

/**
 * The ledger's one writer. The caller has locked the order.
 * @param amount minor units of the payment's currency, more than zero.
 * @param reference the provider's id of what happened (a charge's for money that came, a refund's
 *   for money that went back), so that the same update from any source is one row.
 * @returns whether the entry is new.
 */
export async function record(
  ctx: Context,
  payment: { readonly id: string; readonly currency: string },
  kind: PaymentEntryKind,
  amount: number,
  reference: string,
): Promise<boolean> {
  const { id, currency } = payment;
  return (await recordAll(ctx, kind, [{ id, currency, amount, reference }])) > 0;
}

/** The same for several payments of an order at once. @returns how many entries are new. */
export async function recordAll(
  ctx: Context,
  kind: PaymentEntryKind,
  entries: readonly NewEntry[],
): Promise<number> {
  if (entries.length === 0) return 0;
  return ctx.db.execute(insertEntries, {
    ids: entries.map(() => newId('entry')),
    paymentIds: entries.map(({ id }) => id),
    amounts: entries.map(({ amount }) => amount),
    currencies: entries.map(({ currency }) => currency),
    references: entries.map(({ reference }) => reference),
    kind,
  });
}

/**
 * An order's payment status by the figures of all its payments. That the last try to pay failed is
 * not in the figures: such an order is unpaid here.
 */
export function orderPaymentStatusOf(payments: readonly PaymentFigures[]): OrderPaymentStatus {
  const captured = sum(payments, ({ captured }) => captured);
  if (captured === 0) return stateWithoutMoney(payments);
  if (payments.some(({ disputed, lost }) => disputed > lost)) return 'disputed';
  // What came twice is not the order's: going back, it makes no refund of the order.
  const surplus = surplusOf(payments);
  // What is lost in a dispute has gone back to the customer as well.
  const refunded = sum(payments, ({ refunded, lost }) => refunded + lost) - surplus;
  if (refunded <= 0) return captured - surplus < awaitedOf(payments) ? 'partially_paid' : 'paid';
  return refunded < captured - surplus ? 'partially_refunded' : 'refunded';
}

function stateWithoutMoney(payments: readonly PaymentFigures[]): OrderPaymentStatus {
  const live = payments.filter(({ status }) => status !== 'canceled' && status !== 'failed');
  const isFree = live.length > 0 && live.every(({ amount }) => amount === 0);
  if (isFree) return 'paid';
  // Credit is held from the beginning and is only a part: what pays all of it is captured at once.
  const isAuthorized = live.some(
    ({ status, creditAccountId }) => status === 'authorized' && creditAccountId === null,
  );
  const isWaiting = live.some(({ status }) => status !== 'authorized' && status !== 'succeeded');
  return isAuthorized && !isWaiting ? 'authorized' : 'unpaid';
}

/** What came beyond what the order is paid with. */
function surplusOf(payments: readonly PaymentFigures[]): number {
  return sum(sharesOf(payments), ({ same, worth }) =>
    Math.max(0, sum(same, ({ captured }) => captured) - worth),
  );
}

/** What is to come for the order to be paid. Credit that is held is taken as soon as the rest is there. */
function awaitedOf(payments: readonly PaymentFigures[]): number {
  const held = payments.filter(isHeldCredit);
  return sum(sharesOf(payments), ({ worth }) => worth) - sum(held, ({ amount }) => amount);
}

function isHeldCredit({ status, creditAccountId }: PaymentFigures): boolean {
  return status === 'authorized' && creditAccountId !== null;
}

/**
 * The payments by what they are in place of each other for: of each provider (and account) the order
 * is paid with one payment's worth.
 */
function sharesOf(payments: readonly PaymentFigures[]) {
  const shares = Map.groupBy(payments, (payment) =>
    [payment.provider, payment.creditAccountId].join(),
  );
  return [...shares.values()].map((same) => ({
    same,
    worth: Math.max(...same.map(({ amount }) => amount)),
  }));
}

function sum<T>(items: readonly T[], amountOf: (item: T) => number): number {
  return items.reduce((total, item) => total + amountOf(item), 0);
}

/** What the figures say of an order. */
interface Standing {
  /** Its payment status, as it is and as it should be. */
  readonly current: OrderPaymentStatus;
  readonly due: OrderPaymentStatus;
  /** Whether it has been paid more than once. */
  readonly hasSurplus: boolean;
  /** Whether money came, and none of a provider is left: only credit, if anything. */
  readonly onlyCreditRemains: boolean;
  /** Whether credit is held though all the money that came has gone back: nothing will capture it. */
  readonly hasOrphanedHold: boolean;
}

/** What the figures say of an order. "failed" is a way of being unpaid and stays. */
export async function standingOf(ctx: Context, orderId: string): Promise<Standing> {
  const payments = await ctx.db.query(selectFigures, { orderId });
  const [first] = payments;
  if (!first) throw new Error(`The order ${orderId} has no payment`);
  const { current } = first;
  const due = orderPaymentStatusOf(payments);
  return {
    current,
    due: due === 'unpaid' && current === 'failed' ? current : due,
    hasSurplus: surplusOf(payments) > 0,
    onlyCreditRemains:
      payments.some(({ captured }) => captured > 0) &&
      payments.every(
        ({ creditAccountId, captured, refunded, lost }) =>
          creditAccountId !== null || captured <= refunded + lost,
      ),
    hasOrphanedHold: due === 'refunded' && payments.some(isHeldCredit),
  };
}

/**
 * Moves the order's payment status to what the figures say, after they have changed.
 * @returns what they say.
 */
export async function followFigures(
  ctx: Context,
  orders: OrdersService,
  orderId: string,
  reason: string,
): Promise<Standing> {
  const standing = await standingOf(ctx, orderId);
  const { current, due } = standing;
  if (current === due) return standing;
  const moved = await orders.transition(ctx, orderId, { payment: due, reason });
  if (!moved) throw new Error(`${orderId} is ${current} and cannot become ${due}`);
  return standing;
}
