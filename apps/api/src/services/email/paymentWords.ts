import type { MailOrder } from './order.ts';

/** A line of a mail's table. */
export interface Line {
  label: string;
  amount: string;
}

/** An amount of the order's currency, for people. */
export type Money = (amount: number) => string;

type Payments = Pick<
  MailOrder,
  'isCanceled' | 'total' | 'credit' | 'hadCredit' | 'received' | 'held'
>;

/** How it stands with an order's money when its confirmation is written, in a sentence. */
export function paymentLine(order: Payments, money: Money): string {
  const { isCanceled, credit, received, held } = order;
  if (isCanceled) return 'It has been canceled since, and there is nothing to pay.';
  const due = dueOf(order);
  if (due > 0) return `We have taken your order. The amount to pay is ${money(due)}.`;
  if (held > 0) {
    return `We are getting your order ready. ${money(held)} is reserved on your payment method and taken when we send it.`;
  }
  if (received > 0) return 'Your payment has arrived and we are getting your order ready.';
  if (credit.length > 0) {
    return `It is paid with ${creditName(credit)}, and we are getting your order ready.`;
  }
  return 'There is nothing to pay, and we are getting your order ready.';
}

/** What gift cards and store credit give of the total, and what is left beside them; nothing without any. */
export function paymentTotals(order: Payments, money: Money): Line[] {
  const { isCanceled, credit, received, held } = order;
  if (isCanceled || credit.length === 0) return [];
  const rests = [
    ['Left to pay', dueOf(order)],
    ['Reserved on your payment method', held],
    ['Paid otherwise', received],
  ] as const;
  return [
    ...credit.map(({ lastFour, amount }) => ({
      label: lastFour === null ? 'Store credit' : `Gift card ending in ${lastFour}`,
      amount: money(-amount),
    })),
    ...rests.flatMap(([label, amount]) => (amount > 0 ? [{ label, amount: money(amount) }] : [])),
  ];
}

/** What has become of the credit of an order that has ended; no words where it had none. */
export function creditReturned({ hadCredit }: Payments): string[] {
  return hadCredit
    ? ['What your gift card or store credit was to pay has been put back, and can be spent again.']
    : [];
}

/** What is still to be paid: the total, less what gift cards give, what came, and what is held. */
function dueOf({ total, credit, received, held }: Payments): number {
  const given = credit.reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, total - given - received - held);
}

function creditName(credit: MailOrder['credit']): string {
  const cards = credit.filter(({ lastFour }) => lastFour !== null).length;
  const names = [
    ...(cards > 0 ? [cards === 1 ? 'your gift card' : 'your gift cards'] : []),
    ...(cards < credit.length ? ['your store credit'] : []),
  ];
  return names.join(' and ');
}
