/** The money and stock of one order, as far as they follow from its acts; minor units. */
export interface OrderModel {
  readonly total: number;
  /** Whether the payment has succeeded at Stripe. */
  isPaid: boolean;
  /** Whether the shop has answered that the order is canceled. */
  isCanceled: boolean;
  /** The amounts of the shop's refunds, and of those from the dashboard. */
  promised: number;
  /** The part of that which the customer's bank has returned. */
  bounced: number;
  /** Whether staff have restocked the units. */
  isRestocked: boolean;
  readonly disputes: Dispute[];
}

/** A bank inquires ("inquiry"), withdraws the money until it has decided ("open"), and decides. */
interface Dispute {
  readonly id: string;
  readonly amount: number;
  stage: 'inquiry' | 'open' | 'won' | 'lost' | 'closed';
}

/** The final state when nothing is pending, in the shop and at Stripe. */
export interface End {
  readonly status: string;
  readonly captured: number;
  readonly returned: number;
  readonly recorded: { captured: number; refunded: number; disputed: number; refunding: number };
  /** Units that are sold, or reserved. */
  readonly sold: number;
  readonly held: number;
  /** The number of workflows that need a person. */
  readonly calls: number;
  /** Work that stays pending, and the doctor's findings, as text. */
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

/** The amount that the bank has returned to its customer. */
function lostOf({ disputes }: OrderModel): number {
  return disputes.reduce((sum, { stage, amount }) => (stage === 'lost' ? sum + amount : sum), 0);
}

/** Whether the bank may dispute or inquire: disputed money is not disputed again. */
export function isDisputable(model: OrderModel): boolean {
  const isOpen = model.disputes.some(({ stage }) => stage === 'open' || stage === 'inquiry');
  return model.isPaid && !isOpen;
}

/** The differences between a final state and the model, as text; empty for an allowed one. */
export function faultsOf(model: OrderModel, end: End): string[] {
  const { isPaid, isCanceled, promised, bounced, total, isRestocked } = model;
  const lost = lostOf(model);
  const kept = (isPaid ? total : 0) - lost;
  const hasEnded = end.status === 'canceled' || end.status === 'expired';
  const owed = hasEnded ? kept : Math.min(kept, promised);
  // The shop may learn that the bank keeps the rest before the webhook of the failed refund arrives.
  const isGone = isPaid && lost > 0 && end.returned + bounced + lost >= total;
  const due =
    isPaid && !isCanceled
      ? isGone
        ? ['confirmed', 'canceled']
        : ['confirmed']
      : ['canceled', 'expired'];
  const { recorded } = end;
  return [
    ...(due.includes(end.status) ? [] : [`it is ${end.status} and not ${due.join(' or ')}`]),
    ...(end.returned <= owed && end.returned >= owed - bounced
      ? []
      : [`${end.returned} went back, and ${owed} is to (${bounced} bounced)`]),
    ...(end.captured === (isPaid ? total : 0) ? [] : [`${end.captured} has come`]),
    ...(recorded.captured === end.captured &&
    recorded.refunded === end.returned &&
    recorded.disputed === lost &&
    recorded.refunding === 0
      ? []
      : [`the shop says ${JSON.stringify(recorded)}, with ${lost} lost`]),
    ...(end.sold === (hasEnded || isRestocked ? 0 : 1) && end.held === 0
      ? []
      : [`${end.sold} sold and ${end.held} held`]),
    ...(end.calls > 0 && bounced === 0 ? [`${end.calls} workflows ask for a person`] : []),
    ...end.unrest,
  ];
}
