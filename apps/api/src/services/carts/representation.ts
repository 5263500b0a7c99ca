import { etagOf } from '../../utils/etag.ts';
import type { Money } from '../../kernel/money.ts';
import type { PricedCart, PricedLine } from '../pricing.service.ts';
import { isEnough } from './changes.ts';

/** A cart as its owner sees it. */
export type CartRepresentation = ReturnType<typeof representCart>;

/** The cart as the API shows it: money with its currency, times as text. */
export function representCart(cart: PricedCart) {
  const money = (amount: number): Money => ({ amount, currency: cart.currency });
  const { subtotal, discount, shipping, tax, rounding = 0, total } = cart.totals;
  const option = cart.shippingOption;
  return {
    id: cart.id,
    version: cart.version,
    status: cart.status,
    currency: cart.currency,
    email: cart.email,
    shippingAddress: cart.shippingAddress,
    billingAddress: cart.billingAddress,
    shippingOption: option && { ...option, amount: money(option.amount) },
    promotionCodes: [...cart.promotionCodes],
    items: cart.items.map((item) => representLine(item, money)),
    totals: {
      subtotal: money(subtotal),
      discount: money(discount),
      shipping: money(shipping),
      tax: money(tax),
      ...(rounding !== 0 && { rounding: money(rounding) }),
      total: money(total),
    },
    taxInclusive: cart.taxInclusive,
    requiresShipping: cart.requiresShipping,
    expiresAt: cart.expiresAt.toISOString(),
  };
}

function representLine(item: PricedLine, money: (amount: number) => Money) {
  return {
    id: item.id,
    variantId: item.variantId,
    productId: item.productId,
    title: item.title,
    variantTitle: item.variantTitle,
    sku: item.sku,
    quantity: item.quantity,
    unitPrice: money(item.unitPrice),
    tax: money(item.tax),
    total: money(item.total),
    available: item.buyable && isEnough(item, item.quantity),
  };
}

/**
 * A cart's entity tag is `"<version>.<hash>"`. The hash is of what is shown, so that a price that
 * changes in the catalogue makes a 304 impossible; the version is of the cart alone.
 */
export function cartEtag(representation: CartRepresentation): string {
  return etagOf(JSON.stringify(representation)).replace('"', `"${representation.version}.`);
}

/**
 * Whether `If-Match` allows a write: it compares the version part alone, since what it guards
 * against is another tab's write and not the catalogue's life.
 */
export function allowsWrite(ifMatch: string, version: number): boolean {
  return ifMatch
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || /^(?:W\/)?"(\d+)\.[\w-]*"$/.exec(tag)?.[1] === String(version));
}
