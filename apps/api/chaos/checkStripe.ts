import { stands, type RecordedOrder, type RecordedPayment, type Records } from './records.ts';
import type { Stripe } from './stripe.ts';
import { offenders, type Violation } from './violations.ts';

/** A payment that succeeded at Stripe, with the shop's record of it. */
interface Taken {
  id: string;
  received: number;
  /** Refunded at Stripe, also pending. */
  returned: number;
  /** Disputed, and not won back. */
  disputed: number;
  order: RecordedOrder | undefined;
  recorded: RecordedPayment | undefined;
}

/** P2, from Stripe's side: every payment belongs to an accepted order, or is refunded. */
export async function checkStripe(stripe: Stripe, records: Records): Promise<Violation[]> {
  const taken = await takenPayments(stripe, records);
  const kept = taken.filter(({ received, returned, disputed }) => received > returned + disputed);
  const idOf = ({ id }: Taken) => id;
  const keptOf = Map.groupBy(kept, ({ order }) => order?.id);
  const succeeded = new Set(taken.map(({ id }) => id));
  return [
    ...offenders('money at Stripe is of an order that stands', kept, isEarned, idOf),
    ...offenders(
      'an order is paid once',
      kept,
      ({ order }) => keptOf.get(order?.id)?.length === 1,
      idOf,
    ),
    ...offenders(
      'the shop’s figures of a payment are Stripe’s',
      taken,
      ({ recorded, received, returned, disputed }) =>
        recorded?.captured === received &&
        recorded.refunded === returned &&
        recorded.disputed === disputed,
      idOf,
    ),
    ...offenders(
      'what the shop has captured is at Stripe',
      records.payments.filter(({ captured }) => captured > 0),
      ({ providerId }) => succeeded.has(providerId),
      ({ id }) => id,
    ),
    ...(await checkDisputes(stripe, records)),
  ];
}

/** The shop has every dispute with the status that Stripe has. */
async function checkDisputes(stripe: Stripe, { disputes }: Records): Promise<Violation[]> {
  const known = new Map(disputes.map((dispute) => [dispute.providerId, dispute]));
  return offenders(
    'the shop has every dispute as Stripe has it',
    await stripe.disputes(),
    ({ id, status, amount }) =>
      known.get(id)?.status === status && known.get(id)?.amount === amount,
    ({ id, status }) => `${id}, ${status} at Stripe, ${known.get(id)?.status ?? 'unknown'} here`,
  );
}

function isEarned({ order }: Taken): boolean {
  return order !== undefined && stands(order);
}

async function takenPayments(stripe: Stripe, { orders, payments }: Records): Promise<Taken[]> {
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const recordedAs = new Map(payments.map((payment) => [payment.providerId, payment]));
  const isGone = ({ status }: { status: string }) => ['succeeded', 'pending'].includes(status);
  const returned = sums((await stripe.refunds()).filter(isGone));
  const disputed = sums((await stripe.disputes()).filter(({ status }) => status !== 'won'));
  return (await stripe.intents())
    .filter(({ status }) => status === 'succeeded')
    .map(({ id, amount_received: received }) => ({
      id,
      received,
      returned: returned.get(id) ?? 0,
      disputed: disputed.get(id) ?? 0,
      order: orderOf.get(recordedAs.get(id)?.orderId ?? ''),
      recorded: recordedAs.get(id),
    }));
}

/** The net amount of each payment. */
function sums(parts: readonly { payment_intent: string; amount: number }[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const { payment_intent: id, amount } of parts) total.set(id, (total.get(id) ?? 0) + amount);
  return total;
}
