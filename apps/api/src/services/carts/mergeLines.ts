import { MAX_LINES } from '../../domains/carts.limits.ts';
import { newId } from '../../kernel/ids.ts';
import type { CartLine, VariantFacts } from '../pricing.service.ts';
import type { QuantityLimits } from './changes.ts';

/** A quantity that could not be merged in full. */
export interface ReducedLine {
  readonly variantId: string;
  /** Of both carts together. */
  readonly requested: number;
  readonly quantity: number;
}

interface MergedLines {
  readonly lines: CartLine[];
  readonly reduced: ReducedLine[];
}

/** A line of the merged cart. */
interface Sum {
  readonly line: CartLine;
  readonly requested: number;
  /** It is never reduced below this: what the customer's cart had, else one unit. */
  readonly least: number;
  quantity: number;
}

/**
 * Adds a guest's lines to those of the customer's cart. Quantities of one variant add up, as far as
 * the stock and the limits allow; no line disappears: one that is sold out stays with a unit, which
 * the cart shows as unavailable. What the customer's cart had is not reduced.
 * @param variants facts about the guest's variants in the customer's currency.
 * @returns undefined where the lines do not fit into one cart.
 */
export function mergeLines(
  own: readonly CartLine[],
  guests: readonly CartLine[],
  variants: readonly VariantFacts[],
  limits: QuantityLimits,
): MergedLines | undefined {
  const facts = new Map(variants.map((variant) => [variant.variantId, variant]));
  const before = new Map(own.map((line) => [line.variantId, line]));
  const added = new Map(guests.map((line) => [line.variantId, line.quantity]));
  const ids = guests.map(() => newId('cartItem')).toSorted();
  const kept = own.map((line) => sumOf(line, line.quantity, added.get(line.variantId), limits));
  const fresh = guests.flatMap((line, index) => {
    if (before.has(line.variantId)) return [];
    const current = { ...line, ...facts.get(line.variantId), id: ids[index] ?? '', quantity: 0 };
    return [sumOf(current, 0, line.quantity, limits)];
  });
  const sums = [...kept, ...fresh];
  if (sums.length > MAX_LINES || !fitsOrder(sums, limits)) return undefined;
  return {
    lines: sums.map(({ line, quantity }) => ({
      ...line,
      quantity,
      agreedUnitPrice: line.price ?? line.agreedUnitPrice,
    })),
    reduced: sums
      .filter(({ requested, quantity }) => quantity < requested)
      .map(({ line, requested, quantity }) => ({
        variantId: line.variantId,
        requested,
        quantity,
      })),
  };
}

function sumOf(line: CartLine, had: number, added = 0, limits: QuantityLimits): Sum {
  const requested = had + added;
  const isLimited = line.available !== null && line.inventoryPolicy !== 'continue';
  const most = Math.min(limits.line, isLimited ? (line.available ?? 0) : limits.line);
  const least = Math.max(had, 1);
  return { line, requested, least, quantity: Math.max(least, Math.min(requested, most)) };
}

/** Reduces what was added last, until the units fit into an order. @returns whether they do. */
function fitsOrder(sums: readonly Sum[], limits: QuantityLimits): boolean {
  let surplus = sums.reduce((units, { quantity }) => units + quantity, 0) - limits.order;
  for (const sum of sums.toReversed()) {
    const taken = Math.min(Math.max(surplus, 0), sum.quantity - sum.least);
    sum.quantity -= taken;
    surplus -= taken;
  }
  return surplus <= 0;
}
