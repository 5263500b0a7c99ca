import { AppError, notFound, type ErrorDetail } from '../../kernel/errors.ts';
import type { CartDetails } from '../../kernel/cartDetails.ts';
import { newId } from '../../kernel/ids.ts';
import { MAX_LINES } from '../../domains/carts.limits.ts';
import type { Cart, CartLine, VariantFacts } from '../pricing.service.ts';

/** So much of one variant. */
export interface ItemInput {
  variantId: string;
  quantity: number;
}

/** How many units there may be. */
export interface QuantityLimits {
  /** In one line. */
  readonly line: number;
  /** In a cart, and so in an order. */
  readonly order: number;
}

/** Changes of a cart's fields besides its lines; null clears a field, undefined keeps it. */
export type FieldsEdit = {
  [Field in keyof CartDetails | 'shippingOptionId']?: Cart[Field] | undefined;
};

/** What happens to the lines of a cart. */
export type LinesEdit =
  | { kind: 'keep' }
  | { kind: 'add'; item: ItemInput }
  | { kind: 'set'; itemId: string; quantity: number }
  | { kind: 'replace'; items: readonly ItemInput[] };

/** A line as it shall be, and the member of the request that says so. */
interface WantedLine extends ItemInput {
  path: string;
}

/** The variants that an edit names, to be read along with the cart. */
export function variantsOf(edit: LinesEdit): string[] {
  if (edit.kind === 'add') return [edit.item.variantId];
  return edit.kind === 'replace' ? edit.items.map(({ variantId }) => variantId) : [];
}

/**
 * The lines after an edit. A line that stays keeps its id and place, and every line's agreed price
 * becomes today's, since the answer shows them all.
 *
 * Only what grows is checked against the catalogue and the stock: a shopper can always take less.
 * @throws {AppError} not_found, cart_limit_exceeded, variant_unavailable, currency_unavailable or
 *   out_of_stock, naming every member of the request that is at fault.
 */
export function editLines(
  lines: readonly CartLine[],
  edit: LinesEdit,
  variants: readonly VariantFacts[],
  currency: string,
  limits: QuantityLimits,
): CartLine[] {
  const wanted = wantedLines(lines, edit);
  const before = new Map(lines.map((line) => [line.variantId, line]));
  const facts = new Map<string, VariantFacts>(
    [...lines, ...variants].map((variant) => [variant.variantId, variant]),
  );
  const growing = wanted.filter(
    ({ variantId, quantity }) => quantity > (before.get(variantId)?.quantity ?? 0),
  );
  checkLimits(wanted, growing, limits);
  checkVariants(growing, facts, currency);
  checkStock(growing, facts);
  // New ids in the order of the request; ids sort by time, so they follow the old ones.
  const ids = wanted.map(() => newId('cartItem')).toSorted();
  const next = wanted.flatMap(({ variantId, quantity }, index): CartLine[] => {
    const variant = facts.get(variantId);
    const old = before.get(variantId);
    if (!variant || quantity === 0) return [];
    const agreedUnitPrice = variant.price ?? old?.agreedUnitPrice ?? 0;
    return [{ ...variant, id: old?.id ?? ids[index] ?? '', quantity, agreedUnitPrice }];
  });
  return next.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function wantedLines(lines: readonly CartLine[], edit: LinesEdit): WantedLine[] {
  const present = lines.map(({ variantId, quantity }) => ({ variantId, quantity, path: '' }));
  if (edit.kind === 'keep') return present;
  if (edit.kind === 'replace') {
    return edit.items.map((item, index) => ({ ...item, path: `items.${index}.` }));
  }
  if (edit.kind === 'add') {
    const { variantId } = edit.item;
    const had = lines.find((line) => line.variantId === variantId)?.quantity ?? 0;
    const others = present.filter((line) => line.variantId !== variantId);
    return [...others, { variantId, quantity: had + edit.item.quantity, path: '' }];
  }
  const line = lines.find(({ id }) => id === edit.itemId);
  if (!line) throw notFound('item in this cart');
  return present.map((other) =>
    other.variantId === line.variantId ? { ...other, quantity: edit.quantity } : other,
  );
}

/** A cart that is older than a bound can be changed in everything but this. */
function checkLimits(
  wanted: readonly WantedLine[],
  growing: readonly WantedLine[],
  limits: QuantityLimits,
): void {
  const units = wanted.reduce((total, { quantity }) => total + quantity, 0);
  const errors = growing.flatMap(({ path, quantity }) => {
    const message =
      quantity > limits.line
        ? `would make ${quantity} units of this variant; a cart holds at most ${limits.line}`
        : `would make ${units} units; a cart holds at most ${limits.order}`;
    const isTooMuch = quantity > limits.line || units > limits.order;
    return isTooMuch ? [{ path: `${path}quantity`, code: 'too_big', message }] : [];
  });
  const kept = wanted.filter(({ quantity }) => quantity > 0);
  if (kept.length > MAX_LINES) {
    const message = `would make ${kept.length} lines; a cart holds at most ${MAX_LINES}`;
    errors.push({ path: 'variantId', code: 'too_big', message });
  }
  refuse('cart_limit_exceeded', 'The cart cannot hold this many items.', errors);
}

function checkVariants(
  wanted: readonly WantedLine[],
  facts: ReadonlyMap<string, VariantFacts>,
  currency: string,
): void {
  const unavailable = wanted.filter(({ variantId }) => facts.get(variantId)?.active !== true);
  refuse(
    'variant_unavailable',
    'Some of the variants are not for sale.',
    unavailable.map(({ path, variantId }) => ({
      path: `${path}variantId`,
      code: 'variant_unavailable',
      message: `${variantId} is not for sale`,
    })),
  );
  const unpriced = wanted.filter(({ variantId }) => facts.get(variantId)?.price === null);
  refuse(
    'currency_unavailable',
    `Some of the variants have no price in ${currency}.`,
    unpriced.map(({ path, variantId }) => ({
      path: `${path}variantId`,
      code: 'currency_unavailable',
      message: `${variantId} has no price in ${currency}`,
    })),
  );
}

/** A friendly early word; the promise is made at checkout, which reserves. */
function checkStock(wanted: readonly WantedLine[], facts: ReadonlyMap<string, VariantFacts>): void {
  const short = wanted.flatMap(({ variantId, quantity, path }) => {
    const variant = facts.get(variantId);
    if (!variant || isEnough(variant, quantity)) return [];
    return [{ path, variantId, requested: quantity, available: variant.available ?? 0 }];
  });
  refuse(
    'out_of_stock',
    'There is not enough stock for this quantity.',
    short.map(({ path, requested, available }) => ({
      path: `${path}quantity`,
      code: 'out_of_stock',
      message: `${requested} requested, ${available} available`,
    })),
    { shortages: short.map(({ path: _path, ...shortage }) => shortage) },
  );
}

/** Whether this quantity can be reserved now. */
export function isEnough(
  { inventoryPolicy, available }: Pick<VariantFacts, 'inventoryPolicy' | 'available'>,
  quantity: number,
): boolean {
  return available === null || inventoryPolicy === 'continue' || quantity <= available;
}

function refuse(
  code: 'cart_limit_exceeded' | 'variant_unavailable' | 'currency_unavailable' | 'out_of_stock',
  message: string,
  errors: ErrorDetail[],
  extensions: Record<string, unknown> = {},
): void {
  if (errors.length > 0) throw new AppError(code, message, { errors, extensions });
}
