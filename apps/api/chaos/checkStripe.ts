import { stands, type BookedOrder, type Books } from './books.ts';
import type { Stripe } from './stripe.ts';
import { offenders, type Violation } from './violations.ts';

/** A payment that succeeded at Stripe, beside what the shop has written down of it. */
interface Taken {
  id: string;
  received: number;
  /** Paid back, or on its way, at Stripe. */
  returned: number;
  order: BookedOrder | undefined;
  booked: { captured: number; refunded: number } | undefined;
}

/** P2, from Stripe's side: money that it holds belongs to an order that stands, or goes back. */
export async function checkStripe(stripe: Stripe, books: Books): Promise<Violation[]> {
  const taken = await takenPayments(stripe, books);
  const kept = taken.filter(({ received, returned }) => received > returned);
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
      ({ booked, received, returned }) =>
        booked?.captured === received && booked.refunded === returned,
      idOf,
    ),
    ...offenders(
      'what the shop has captured is at Stripe',
      books.payments.filter(({ captured }) => captured > 0),
      ({ providerId }) => succeeded.has(providerId),
      ({ id }) => id,
    ),
  ];
}

function isEarned({ order }: Taken): boolean {
  return order !== undefined && stands(order);
}

async function takenPayments(stripe: Stripe, { orders, payments }: Books): Promise<Taken[]> {
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  const bookedAs = new Map(payments.map((payment) => [payment.providerId, payment]));
  const refunds = (await stripe.refunds()).filter(({ status }) =>
    ['succeeded', 'pending'].includes(status),
  );
  const refundsOf = Map.groupBy(refunds, (refund) => refund.payment_intent);
  return (await stripe.intents())
    .filter(({ status }) => status === 'succeeded')
    .map((intent) => ({
      id: intent.id,
      received: intent.amount_received,
      returned: (refundsOf.get(intent.id) ?? []).reduce((sum, { amount }) => sum + amount, 0),
      order: orderOf.get(bookedAs.get(intent.id)?.orderId ?? ''),
      booked: bookedAs.get(intent.id),
    }));
}
