import type { ErrorDetail } from '../../kernel/errors.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import type { RefundableBalance } from './refundableBalance.ts';
import {
  itemsOf,
  fit,
  leftOf,
  split,
  type Chargeable,
  type RefundItems,
  type RefundPlan,
} from './plan.ts';
import { exceeds, refundNotPossible, amountTooLarge } from './refusals.ts';

/** What staff want to pay back: an amount, or lines of the order and shipping. */
export interface RefundRequest {
  readonly amount?: Money | undefined;
  readonly lines?: readonly { itemId: string; quantity: number }[] | undefined;
  /** All that is left of it, or an amount with its tax. */
  readonly shipping?: true | Money | undefined;
  /** Whether the goods of the lines go back on their shelves. */
  readonly restock?: boolean | undefined;
  readonly reason: string;
  readonly note?: string | undefined;
}

/**
 * What is to be done for a request.
 * @throws {AppError} refund_not_possible, refund_exceeds_payment
 */
export function planOf(
  balance: RefundableBalance,
  request: RefundRequest,
  chargeable: Chargeable,
): RefundPlan {
  refuseOtherCurrency(balance, request);
  return request.amount
    ? planAmount(balance, request.amount, chargeable)
    : planItems(balance, request, chargeable);
}

function refuseOtherCurrency(
  { currency }: RefundableBalance,
  { amount, shipping }: RefundRequest,
): void {
  const amounts = { amount, shipping: shipping === true ? undefined : shipping };
  const errors = Object.entries(amounts).flatMap(([path, money]) =>
    money && money.currency !== currency
      ? [{ path: `${path}.currency`, code: 'currency', message: `is not the order's, ${currency}` }]
      : [],
  );
  if (errors.length > 0) throw refundNotPossible(errors);
}

/** An amount goes back exactly, or not at all. */
function planAmount(balance: RefundableBalance, money: Money, chargeable: Chargeable): RefundPlan {
  const left = leftOf(balance);
  if (money.amount > left) throw exceeds(balance, [amountTooLarge('amount', money, left)]);
  const parts = refuseInexact(balance, 'amount', money, chargeable);
  return { amount: money.amount, lines: [], shipping: 0, parts };
}

/** @returns the parts in which an amount goes back exactly. */
function refuseInexact(
  balance: RefundableBalance,
  path: string,
  money: Money,
  chargeable: Chargeable,
) {
  const { parts, rest } = split(balance, money.amount, chargeable);
  if (rest === 0) return parts;
  const nearest = formatMoney({ ...money, amount: money.amount - rest });
  const message = `must match the provider's steps; the nearest lower amount is ${nearest}`;
  throw refundNotPossible([{ path, code: 'inexact', message }]);
}

/**
 * What the lines and shipping are worth, as far as it is left: an amount may have gone back that was of
 * none of them. Goods that come back are restocked even when no money goes back with them.
 */
function planItems(
  balance: RefundableBalance,
  request: RefundRequest,
  chargeable: Chargeable,
): RefundPlan {
  const { lines = [], restock = false } = request;
  refuseStrangers(balance, lines);
  const shippingLeft = balance.shipping.charged - balance.shipping.refunded;
  const shipping = request.shipping === true ? shippingLeft : (request.shipping?.amount ?? 0);
  const errors = excessOf(balance, request, shipping);
  if (errors.length > 0) throw exceeds(balance, errors);
  const items = itemsOf(balance, lines, shipping);
  assertRefundable(balance, request, items);
  // What no provider can move is not owed: it was not charged either.
  const { parts } = split(balance, Math.min(items.wanted, leftOf(balance)), chargeable);
  if (parts.length === 0 && !restock) {
    const message = 'come to an amount that cannot be refunded';
    throw refundNotPossible([{ path: 'lines', code: 'nothing', message }]);
  }
  if (request.shipping !== true && request.shipping) {
    refuseInexact(balance, 'shipping', request.shipping, chargeable);
  }
  return fit(items, parts);
}

/** Where less is left than the items are worth, what is wanted may still have to be there whole, or at all. */
function assertRefundable(
  balance: RefundableBalance,
  request: RefundRequest,
  { lines, wanted }: RefundItems,
): void {
  const left = leftOf(balance);
  if (wanted <= left) return;
  const { shipping, restock = false } = request;
  const leftForShipping = Math.max(0, left - lines.reduce((sum, { amount }) => sum + amount, 0));
  if (shipping !== true && shipping && shipping.amount > leftForShipping) {
    throw exceeds(balance, [amountTooLarge('shipping', shipping, leftForShipping)]);
  }
  // A bank has not decided yet what is left.
  if (!balance.isDisputed && (left > 0 || restock)) return;
  const money = { amount: wanted, currency: balance.currency };
  throw exceeds(balance, [amountTooLarge(lines.length > 0 ? 'lines' : 'shipping', money, left)]);
}

function refuseStrangers(
  { lines }: RefundableBalance,
  wanted: NonNullable<RefundRequest['lines']>,
): void {
  const known = new Set(lines.map(({ itemId }) => itemId));
  const errors = wanted.flatMap(({ itemId }, index) =>
    known.has(itemId)
      ? []
      : [
          {
            path: `lines.${index}.itemId`,
            code: 'unknown',
            message: 'is not a line of this order',
          },
        ],
  );
  if (errors.length > 0) throw refundNotPossible(errors);
}

function excessOf(
  balance: RefundableBalance,
  request: RefundRequest,
  shipping: number,
): ErrorDetail[] {
  const errors = (request.lines ?? []).flatMap(({ itemId, quantity }, index) => {
    const line = balance.lines.find((line) => line.itemId === itemId);
    const left = line ? line.quantity - line.refundedQuantity : 0;
    if (quantity <= left) return [];
    const message = `${quantity} requested, ${left} left`;
    return [{ path: `lines.${index}.quantity`, code: 'exceeds', message }];
  });
  const { charged, refunded } = balance.shipping;
  const left = charged - refunded;
  const isSpent = request.shipping === true && charged > 0 && left === 0;
  if (shipping <= left && !isSpent) return errors;
  const wanted = { amount: isSpent ? charged : shipping, currency: balance.currency };
  return [...errors, amountTooLarge('shipping', wanted, Math.min(left, leftOf(balance)))];
}
