import type { RefundableBalance } from './refundableBalance.ts';
import { fit, type RefundPlan } from './plan.ts';

/** What a refund was of. */
interface Claimed {
  readonly lines: readonly { itemId: string; quantity: number; amount: number }[];
  readonly shipping: number;
}

/** Whether an order has as much left of lines and shipping as a refund that is not counted was of. */
export function isStillRefundable(
  balance: RefundableBalance,
  { lines, shipping }: Claimed,
): boolean {
  const left = leftOf(balance, { lines, shipping });
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
  balance: RefundableBalance,
  was: Claimed,
  parts: RefundPlan['parts'],
): RefundPlan {
  return fit(leftOf(balance, was), parts);
}

function leftOf(balance: RefundableBalance, was: Claimed) {
  const lines = was.lines.flatMap(({ itemId, quantity, amount }) => {
    const line = balance.lines.find((line) => line.itemId === itemId);
    if (!line || line.refundedQuantity >= line.quantity) return [];
    return {
      itemId,
      quantity: Math.min(quantity, line.quantity - line.refundedQuantity),
      amount: Math.min(amount, line.charged - line.refundedAmount),
    };
  });
  const { charged, refunded } = balance.shipping;
  return { lines, shipping: Math.min(was.shipping, charged - refunded) };
}
