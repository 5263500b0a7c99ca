import { AppError, type ErrorDetail } from '../../kernel/errors.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import type { RefundableBalance } from './refundableBalance.ts';
import { leftOf, shareOfLine } from './plan.ts';

/** Refuses an order of which no money has come. @throws {AppError} state_conflict */
export function refuseUnlessPaid({ payments }: RefundableBalance): void {
  if (payments.some(({ captured }) => captured > 0)) return;
  throw new AppError(
    'state_conflict',
    'Nothing has been paid for this order, so there is nothing to refund.',
  );
}

/** The refusal of more than there is, with what there is. */
export function exceeds(balance: RefundableBalance, errors: readonly ErrorDetail[]): AppError {
  const left = whatIsLeft(balance);
  const message = errors.map(({ path, message }) => `${path}: ${message}`).join('; ');
  const total = formatMoney(left.total);
  const inAll =
    left.total.amount === 0
      ? 'Nothing is left to refund'
      : `${total} can still be refunded, of which up to ${formatMoney(left.shipping)} for shipping`;
  return new AppError(
    'refund_exceeds_payment',
    `The refund exceeds what is left: ${message}. ${inAll}.`,
    {
      errors,
      extensions: { left },
    },
  );
}

/** The refusal of what can never be refunded in this way. */
export function refundNotPossible(errors: readonly ErrorDetail[]): AppError {
  const message = errors.map(({ path, message }) => `${path} ${message}`).join('; ');
  return new AppError('refund_not_possible', `This cannot be refunded: ${message}.`, { errors });
}

/** An amount of which less is left; by its place in what was asked for. */
export function amountTooLarge(path: string, wanted: Money, left: number): ErrorDetail {
  const leftMoney = { ...wanted, amount: left };
  const message = `${formatMoney(wanted)} requested, ${formatMoney(leftMoney)} left`;
  return { path, code: 'exceeds', message };
}

/**
 * What can still go back: in all, and of each part at most so much. The parts may come to more than
 * there is in all, where an amount went back that was of no part.
 */
function whatIsLeft(balance: RefundableBalance) {
  const total = leftOf(balance);
  const atMost = (amount: number): Money => ({
    amount: Math.min(amount, total),
    currency: balance.currency,
  });
  return {
    total: atMost(total),
    shipping: atMost(balance.shipping.charged - balance.shipping.refunded),
    lines: balance.lines.map((line) => {
      const quantity = line.quantity - line.refundedQuantity;
      return { itemId: line.itemId, quantity, amount: atMost(shareOfLine(line, quantity)) };
    }),
  };
}
