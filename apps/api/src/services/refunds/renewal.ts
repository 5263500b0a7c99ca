import type { RefundableBalance } from './refundableBalance.ts';
import { fit, type RefundPlan } from './plan.ts';

/** What a refund was of. */
interface Claimed {
  readonly lines: readonly { itemId: string; quantity: number; amount: number }[];
  readonly shipping: number;
}

/** Whether an order has as much left of lines and shipping as a refund that is not counted was of. */
export function isLeft(books: RefundableBalance, { lines, shipping }: Claimed): boolean {
  const left = leftOf(books, { lines, shipping });
  return (
    left.shipping === shipping &&
    left.lines.length === lines.length &&
    left.lines.every(
      ({ quantity, amount }, index) =>
        quantity === lines[index]?.quantity && amount === lines[index]?.amount,
    )
  );
}

/** A refund of what is left of another's lines and shipping, as far as the money goes. */
export function renewalOf(
  books: RefundableBalance,
  was: Claimed,
  parts: RefundPlan['parts'],
): RefundPlan {
  return fit(leftOf(books, was), parts);
}

function leftOf(books: RefundableBalance, was: Claimed) {
  const lines = was.lines.flatMap(({ itemId, quantity, amount }) => {
    const line = books.lines.find((line) => line.itemId === itemId);
    if (!line || line.refundedQuantity >= line.quantity) return [];
    return {
      itemId,
      quantity: Math.min(quantity, line.quantity - line.refundedQuantity),
      amount: Math.min(amount, line.charged - line.refundedAmount),
    };
  });
  const { charged, refunded } = books.shipping;
  return { lines, shipping: Math.min(was.shipping, charged - refunded) };
}
