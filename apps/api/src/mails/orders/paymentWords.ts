import type { Translate } from '../content.ts';
import type { Sum } from '../letter.ts';
import type { MailOrder } from './readOrder.ts';
import type { Key } from './words.ts';

/** An amount of the order's currency, for people. */
export type FormatAmount = (amount: number) => string;

/** The state of an order's payment when its confirmation is written, in a sentence. */
export function paymentLine(order: MailOrder, t: Translate<Key>, money: FormatAmount): string {
  const { isCanceled, credit, received, held } = order;
  if (isCanceled) return t('confirmation.canceled');
  const due = dueOf(order);
  if (due > 0) return t('confirmation.due', { amount: money(due) });
  if (held > 0) return t('confirmation.held', { amount: money(held) });
  if (received > 0) return t('confirmation.paid');
  if (credit.length === 0) return t('confirmation.free');
  const cards = credit.filter(({ lastFour }) => lastFour !== null).length;
  const hasStoreCredit = cards < credit.length;
  return t('confirmation.credit', { cards, hasStoreCredit, isBoth: cards > 0 && hasStoreCredit });
}

/** What gift cards and store credit give of the total, and what is left beside them; nothing without any. */
export function paymentSums(order: MailOrder, t: Translate<Key>, money: FormatAmount): Sum[] {
  const { isCanceled, credit, received, held } = order;
  if (isCanceled || credit.length === 0) return [];
  const rests = [
    ['leftToPay', dueOf(order)],
    ['reserved', held],
    ['paidOtherwise', received],
  ] as const;
  return [
    ...credit.map(({ lastFour, amount }) => ({
      label: lastFour === null ? t('storeCredit') : t('giftCard', { lastFour }),
      amount: money(-amount),
    })),
    ...rests.flatMap(([key, amount]) =>
      amount > 0 ? [{ label: t(key), amount: money(amount) }] : [],
    ),
  ];
}

/** What is still to be paid: the total, less what gift cards give, what came, and what is held. */
function dueOf({ total, credit, received, held }: MailOrder): number {
  const given = credit.reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, total - given - received - held);
}
