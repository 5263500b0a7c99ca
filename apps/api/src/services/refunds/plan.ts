import type { Money } from '../../kernel/money.ts';
import type { RecordedLine, RefundableBalance } from './refundableBalance.ts';

/** Rounds an amount down to what a provider can move exactly. */
export type Chargeable = (
  provider: RefundableBalance['payments'][number]['provider'],
  money: Money,
) => number;

/** A part of an order that goes back: its quantity, and with the tax on it its amount. */
interface LineShare {
  readonly itemId: string;
  readonly quantity: number;
  readonly amount: number;
}

/** Money that is to go back, and how; minor units of the order's currency. Of nothing: goods alone come back. */
export interface RefundPlan {
  readonly amount: number;
  readonly lines: readonly LineShare[];
  readonly shipping: number;
  readonly parts: readonly { paymentId: string; amount: number }[];
}

/** What the lines and shipping that are to be refunded come to. */
export interface RefundItems {
  readonly lines: readonly LineShare[];
  readonly shipping: number;
  /** Of the lines and shipping, and at the end of what earlier roundings have left. */
  readonly wanted: number;
}

/**
 * What goes back for `quantity` units of a line: what so many and the earlier ones come to, less
 * what has gone back. The charge is shared over the units by the largest remainder (the first units
 * get the odd ones), so that however they are returned, they add up to it.
 */
export function shareOfLine(line: RecordedLine, quantity: number): number {
  const { charged, refundedQuantity, refundedAmount } = line;
  const units = refundedQuantity + quantity;
  const base = Math.floor(charged / line.quantity);
  const due = base * units + Math.min(units, charged - base * line.quantity);
  return Math.max(0, due - refundedAmount);
}

/** What a refund of lines and shipping comes to. The last one of an order is of everything that is left. */
export function itemsOf(
  { lines, shipping }: RefundableBalance,
  wanted: readonly { itemId: string; quantity: number }[],
  shippingWanted: number,
): RefundItems {
  const quantities = new Map(wanted.map(({ itemId, quantity }) => [itemId, quantity]));
  const shares = lines.flatMap((line) => {
    const quantity = quantities.get(line.itemId);
    if (quantity === undefined) return [];
    return [{ itemId: line.itemId, quantity, amount: shareOfLine(line, quantity) }];
  });
  const isLast =
    shipping.refunded + shippingWanted >= shipping.charged &&
    lines.every(
      (line) => line.refundedQuantity + (quantities.get(line.itemId) ?? 0) === line.quantity,
    );
  return {
    lines: shares,
    shipping: shippingWanted,
    wanted: isLast
      ? sum(lines, ({ charged, refundedAmount }) => charged - refundedAmount) +
        (shipping.charged - shipping.refunded)
      : sum(shares, ({ amount }) => amount) + shippingWanted,
  };
}

/** Everything that is left of an order's lines and shipping. */
export function remainingItems(balance: RefundableBalance): RefundItems {
  const lines = balance.lines.flatMap(({ itemId, quantity, refundedQuantity }) =>
    quantity > refundedQuantity ? [{ itemId, quantity: quantity - refundedQuantity }] : [],
  );
  return itemsOf(balance, lines, balance.shipping.charged - balance.shipping.refunded);
}

/**
 * Splits an amount over the payments, in their order. A payment gives all it has left, or as much
 * as its provider can move exactly.
 * @returns the parts, and what no payment can give.
 */
export function split(
  { payments, currency }: RefundableBalance,
  amount: number,
  chargeable: Chargeable,
): { parts: RefundPlan['parts']; rest: number } {
  let rest = amount;
  const parts = payments.flatMap(({ paymentId, provider, left }) => {
    const wanted = Math.min(left, rest);
    const part = wanted === left ? left : chargeable(provider, { amount: wanted, currency });
    rest -= part;
    return part === 0 ? [] : [{ paymentId, amount: part }];
  });
  return { parts, rest };
}

/** The claim as far as the money goes that is paid back for it: what is missing is taken off the end. */
export function fit(
  { lines, shipping }: Pick<RefundItems, 'lines' | 'shipping'>,
  parts: RefundPlan['parts'],
): RefundPlan {
  const amount = sum(parts, (part) => part.amount);
  let rest = amount;
  const take = (wanted: number) => {
    const taken = Math.min(wanted, rest);
    rest -= taken;
    return taken;
  };
  const fitted = lines.map((line) => ({ ...line, amount: take(line.amount) }));
  return { amount, lines: fitted, shipping: take(shipping), parts };
}

/** What is left to pay back by all payments together. */
export function leftOf({ payments }: RefundableBalance): number {
  return sum(payments, ({ left }) => left);
}

function sum<T>(items: readonly T[], amountOf: (item: T) => number): number {
  return items.reduce((total, item) => total + amountOf(item), 0);
}
