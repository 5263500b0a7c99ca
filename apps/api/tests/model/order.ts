/** One order's money and stock, as far as they follow from what was done to it; minor units. */
export interface OrderModel {
  readonly total: number;
  /** Whether the customer's money has come to Stripe. */
  isPaid: boolean;
  /** Whether the shop has said that the order is canceled. */
  isCanceled: boolean;
  /** What the shop has said that it pays back, and what was paid back in the dashboard. */
  promised: number;
  /** What of that did not arrive: the customer's bank has sent it back. */
  bounced: number;
  /** Whether staff have put the goods back on their shelf. */
  isRestocked: boolean;
  readonly disputes: Dispute[];
}

/** A bank asks ("inquiry"), takes the money back until it has decided ("open"), and decides. */
export interface Dispute {
  readonly id: string;
  readonly amount: number;
  stage: 'inquiry' | 'open' | 'won' | 'lost' | 'closed';
}

/** What is left when nothing is under way any more, in the shop's books and at Stripe. */
export interface End {
  readonly status: string;
  readonly captured: number;
  readonly returned: number;
  readonly booked: { captured: number; refunded: number; disputed: number; refunding: number };
  /** Units that are missing on the shelf, or held. */
  readonly sold: number;
  readonly held: number;
  /** How many workflows ask for a person. */
  readonly calls: number;
  /** What does not come to rest, and what the doctor finds, in words. */
  readonly unrest: readonly string[];
}

export function placed(total: number): OrderModel {
  return {
    total,
    isPaid: false,
    isCanceled: false,
    promised: 0,
    bounced: 0,
    isRestocked: false,
    disputes: [],
  };
}

/** What the bank keeps for its customer. */
export function lostOf({ disputes }: OrderModel): number {
  return disputes.reduce((sum, { stage, amount }) => (stage === 'lost' ? sum + amount : sum), 0);
}

/** Whether the bank may take money, or ask for it: what is in dispute is not disputed again. */
export function isDisputable(model: OrderModel): boolean {
  const isOpen = model.disputes.some(({ stage }) => stage === 'open' || stage === 'inquiry');
  return model.isPaid && !isOpen;
}

/** Everything about an end that the model does not allow, in words; nothing for one that it allows. */
export function faultsOf(model: OrderModel, end: End): string[] {
  const { isPaid, isCanceled, promised, bounced, total, isRestocked } = model;
  const lost = lostOf(model);
  const kept = (isPaid ? total : 0) - lost;
  const hasEnded = end.status === 'canceled' || end.status === 'expired';
  const owed = hasEnded ? kept : Math.min(kept, promised);
  // The shop may hear that the bank keeps the rest before it hears that a refund has bounced.
  const isGone = isPaid && lost > 0 && end.returned + bounced + lost >= total;
  const due =
    isPaid && !isCanceled
      ? isGone
        ? ['confirmed', 'canceled']
        : ['confirmed']
      : ['canceled', 'expired'];
  const { booked } = end;
  return [
    ...(due.includes(end.status) ? [] : [`it is ${end.status} and not ${due.join(' or ')}`]),
    ...(end.returned <= owed && end.returned >= owed - bounced
      ? []
      : [`${end.returned} went back, and ${owed} is to (${bounced} bounced)`]),
    ...(end.captured === (isPaid ? total : 0) ? [] : [`${end.captured} has come`]),
    ...(booked.captured === end.captured &&
    booked.refunded === end.returned &&
    booked.disputed === lost &&
    booked.refunding === 0
      ? []
      : [`the books say ${JSON.stringify(booked)}, with ${lost} lost`]),
    ...(end.sold === (hasEnded || isRestocked ? 0 : 1) && end.held === 0
      ? []
      : [`${end.sold} sold and ${end.held} held`]),
    ...(end.calls > 0 && bounced === 0 ? [`${end.calls} workflows ask for a person`] : []),
    ...end.unrest,
  ];
}
