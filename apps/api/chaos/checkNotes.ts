import { stands, type RecordedOrder, type Records } from './records.ts';
import type { Client } from './client.ts';
import { checkoutRequest } from './checkout.ts';
import { givenId, madeOrder, type Notes, type Purchase } from './notes.ts';
import { staffRequest } from './staff.ts';
import { offenders, type Violation } from './violations.ts';

/** Compares the shop's records with the notes of the shoppers. */
export function checkNotes(notes: Notes, { orders, refunds }: Records): Violation[] {
  const { purchases, surprises } = notes;
  const given = new Set(notes.asked.refund.flatMap((asked) => givenId(asked) ?? []));
  const byCart = Map.groupBy(orders, ({ cartId }) => cartId);
  const ordersOf = ({ cartId }: Purchase) => byCart.get(cartId) ?? [];
  const told = purchases.filter(({ order }) => order !== undefined);
  const wanted = new Set(told.map(({ cartId }) => cartId));
  const idOf = ({ cartId, order }: Purchase) => order?.id ?? cartId;
  return [
    ...offenders('no answer surprises a shopper', surprises, () => false, String),
    ...offenders(
      'every checkout has an answer in the end',
      purchases,
      ({ tries }) => tries.every(({ answer }) => answer !== undefined),
      idOf,
    ),
    ...offenders(
      'an order that a shopper was told of exists once, at the price that was agreed',
      told,
      (purchase) => isAsAgreed(purchase, ordersOf(purchase)),
      idOf,
    ),
    ...offenders(
      'no one has an order that was not asked for',
      orders,
      ({ cartId }) => wanted.has(cartId),
      ({ id }) => id,
    ),
    ...offenders(
      'what was paid is an order, or goes back',
      told.filter(({ paid }) => paid),
      (purchase) => ordersOf(purchase).every(isSettled),
      idOf,
    ),
    ...offenders(
      'an order that the shop called canceled stays so',
      told.filter(({ toldCanceled, paid }) => toldCanceled && !paid),
      (purchase) => ordersOf(purchase).every(({ status }) => status === 'canceled'),
      idOf,
    ),
    ...offenders(
      'staff’s refunds are those that staff asked for',
      refunds,
      ({ id }) => given.delete(id),
      ({ id }) => id,
    ),
    ...offenders('a refund that staff was told of exists', [...given], () => false, String),
    ...offenders(
      'an order is announced as confirmed once, if it was',
      orders,
      (order) => order.confirmations === (stands(order) ? 1 : order.confirmations % 2),
      ({ id }) => id,
    ),
  ];
}

function isAsAgreed(purchase: Purchase, found: RecordedOrder[]): boolean {
  const agreed = madeOrder(purchase)?.body.expectedTotal;
  const [order] = found;
  return (
    found.length === 1 &&
    order?.id === purchase.order?.id &&
    order?.number === purchase.order?.number &&
    order?.total === agreed?.amount &&
    order?.currency === agreed?.currency
  );
}

function isSettled(order: RecordedOrder): boolean {
  const { paymentStatus, hasWaitingRefund } = order;
  if (paymentStatus === 'refunded') return true;
  // Canceled just when a bank disputed the payment: it is refunded when the dispute is decided.
  if (paymentStatus === 'disputed' && hasWaitingRefund) return true;
  return stands(order) && ['paid', 'partially_refunded', 'disputed'].includes(paymentStatus);
}

/** I1: the same key with the same request returns the same answer, however late. */
export async function checkReplays(
  { purchases, asked: byStaff }: Notes,
  client: Client,
): Promise<Violation[]> {
  const asked = [
    ...purchases.flatMap(({ cartId, tries }) =>
      tries.map((attempt) => ({ ...attempt, request: checkoutRequest(cartId, attempt) })),
    ),
    ...Object.values(byStaff)
      .flat()
      .map((one) => ({ ...one, request: staffRequest(one) })),
  ];
  const broken: string[] = [];
  for (const { key, answer, request } of asked) {
    const again = await client.send(request);
    if (again.status !== answer?.status || again.text !== answer.text) broken.push(key);
  }
  return offenders('a repeated request gives its first answer', broken, () => false, String);
}
