import { statement } from '../../../db/statement.ts';
import type { Context } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { lostSql } from '../ledger/ledger.ts';

interface Remains {
  paymentId: string;
  currency: string;
  captured: number;
  refunded: number;
  refunding: number;
  disputed: number;
  lost: number;
}

const selectRefundable = statement('payments.refundable')<
  { paymentIds: readonly string[] },
  Remains
>(
  `SELECT p.id AS "paymentId", p.currency, p.captured, p.refunded, p.refunding, p.disputed,
     ${lostSql} AS lost
   FROM payments p WHERE p.id = ANY (:paymentIds::text[])`,
);

/**
 * Refuses to pay back by a payment more than is left of it, and says where the rest is.
 * @param parts of one order, which is locked; each payment named once.
 * @throws {AppError} refund_exceeds_payment
 */
export async function assertRefundable(
  ctx: Context,
  parts: readonly { readonly paymentId: string; readonly amount: number }[],
): Promise<void> {
  const wanted = new Map(parts.map(({ paymentId, amount }) => [paymentId, amount]));
  const all = await ctx.db.query(selectRefundable, { paymentIds: [...wanted.keys()] });
  const short = all.find((one) => leftOf(one) < (wanted.get(one.paymentId) ?? 0));
  if (!short) return;
  const money = (amount: number) => ({ amount, currency: short.currency });
  const total = money(leftOf(short));
  const places = [
    [short.refunded, 'has been refunded'],
    [short.refunding, 'is being refunded'],
    [short.lost, 'was lost in a dispute'],
    [short.disputed - short.lost, 'is disputed'],
  ] as const;
  const why = places.flatMap(([amount, what]) =>
    amount > 0 ? [`${formatMoney(money(amount))} ${what}`] : [],
  );
  const asked = formatMoney(money(wanted.get(short.paymentId) ?? 0));
  throw new AppError(
    'refund_exceeds_payment',
    `${asked} was requested and ${formatMoney(total)} is left of the payment: ${why.join(', ')}.`,
    { extensions: { left: { total } } },
  );
}

function leftOf({ captured, refunded, refunding, disputed }: Remains): number {
  return Math.max(0, captured - refunded - refunding - disputed);
}
