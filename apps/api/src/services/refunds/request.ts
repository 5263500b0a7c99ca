import type { ErrorDetail } from '../../kernel/errors.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import type { RefundableBalance } from './refundableBalance.ts';
import {
  claimOf,
  fit,
  leftOf,
  split,
  type Chargeable,
  type Claim,
  type RefundPlan,
} from './plan.ts';
import { exceeds, notPossible, tooMuch } from './refusals.ts';

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
  books: RefundableBalance,
  request: RefundRequest,
  chargeable: Chargeable,
): RefundPlan {
  refuseOtherCurrency(books, request);
  return request.amount
    ? planAmount(books, request.amount, chargeable)
    : planClaim(books, request, chargeable);
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
  if (errors.length > 0) throw notPossible(errors);
}

/** An amount goes back exactly, or not at all. */
function planAmount(books: RefundableBalance, money: Money, chargeable: Chargeable): RefundPlan {
  const left = leftOf(books);
  if (money.amount > left) throw exceeds(books, [tooMuch('amount', money, left)]);
  const parts = refuseInexact(books, 'amount', money, chargeable);
  return { amount: money.amount, lines: [], shipping: 0, parts };
}

/** @returns the parts in which an amount goes back exactly. */
function refuseInexact(
  books: RefundableBalance,
  path: string,
  money: Money,
  chargeable: Chargeable,
) {
  const { parts, rest } = split(books, money.amount, chargeable);
  if (rest === 0) return parts;
  const nearest = formatMoney({ ...money, amount: money.amount - rest });
  const message = `must match the provider's steps; the nearest lower amount is ${nearest}`;
  throw notPossible([{ path, code: 'inexact', message }]);
}

/**
 * What the lines and shipping are worth, as far as it is left: an amount may have gone back that was of
 * none of them. Goods that come back are restocked also when no money goes back with them any more.
 */
function planClaim(
  books: RefundableBalance,
  request: RefundRequest,
  chargeable: Chargeable,
): RefundPlan {
  const { lines = [], restock = false } = request;
  refuseStrangers(books, lines);
  const shippingLeft = books.shipping.charged - books.shipping.refunded;
  const shipping = request.shipping === true ? shippingLeft : (request.shipping?.amount ?? 0);
  const errors = excessOf(books, request, shipping);
  if (errors.length > 0) throw exceeds(books, errors);
  const claim = claimOf(books, lines, shipping);
  assertRefundable(books, request, claim);
  // What no provider can move is not owed: it was not charged either.
  const { parts } = split(books, Math.min(claim.wanted, leftOf(books)), chargeable);
  if (parts.length === 0 && !restock) {
    const message = 'come to an amount that cannot be refunded';
    throw notPossible([{ path: 'lines', code: 'nothing', message }]);
  }
  if (request.shipping !== true && request.shipping) {
    refuseInexact(books, 'shipping', request.shipping, chargeable);
  }
  return fit(claim, parts);
}

/** Where less is left than a claim is worth, what is wanted may still have to be there whole, or at all. */
function assertRefundable(
  books: RefundableBalance,
  request: RefundRequest,
  { lines, wanted }: Claim,
): void {
  const left = leftOf(books);
  if (wanted <= left) return;
  const { shipping, restock = false } = request;
  const leftForShipping = Math.max(0, left - lines.reduce((sum, { amount }) => sum + amount, 0));
  if (shipping !== true && shipping && shipping.amount > leftForShipping) {
    throw exceeds(books, [tooMuch('shipping', shipping, leftForShipping)]);
  }
  // A bank has not decided yet what is left.
  if (!books.isDisputed && (left > 0 || restock)) return;
  const money = { amount: wanted, currency: books.currency };
  throw exceeds(books, [tooMuch(lines.length > 0 ? 'lines' : 'shipping', money, left)]);
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
  if (errors.length > 0) throw notPossible(errors);
}

function excessOf(
  books: RefundableBalance,
  request: RefundRequest,
  shipping: number,
): ErrorDetail[] {
  const errors = (request.lines ?? []).flatMap(({ itemId, quantity }, index) => {
    const line = books.lines.find((line) => line.itemId === itemId);
    const left = line ? line.quantity - line.refundedQuantity : 0;
    if (quantity <= left) return [];
    const message = `${quantity} requested, ${left} left`;
    return [{ path: `lines.${index}.quantity`, code: 'exceeds', message }];
  });
  const { charged, refunded } = books.shipping;
  const left = charged - refunded;
  const isSpent = request.shipping === true && charged > 0 && left === 0;
  if (shipping <= left && !isSpent) return errors;
  const wanted = { amount: isSpent ? charged : shipping, currency: books.currency };
  return [...errors, tooMuch('shipping', wanted, left)];
}
