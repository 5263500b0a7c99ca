import { detailsOf } from '../kernel/cartDetails.ts';
import type { AppErrorOptions, OutdatedError } from '../kernel/errors.ts';
import type { Money } from '../kernel/money.ts';
import type { Shown } from '../kernel/route.ts';
import { isAvailable, type MergedCart } from '../services/carts.service.ts';
import type { PricedCart, PricedLine } from '../services/pricing.service.ts';
import type { ShippingQuote } from '../services/shipping.service.ts';
import { etagOf } from '../utils/etag.ts';
import type {
  cartMergeSchema,
  cartSchema,
  shippingOptionSchema,
} from '../validators/carts.validator.ts';

type ShownCart = Shown<typeof cartSchema>;

/** The cart as the API shows it: money with its currency, times as text. */
export function presentCart(cart: PricedCart): ShownCart {
  const money = (amount: number): Money => ({ amount, currency: cart.currency });
  const { subtotal, discount, shipping, tax, rounding = 0, total } = cart.totals;
  const option = cart.shippingOption;
  return {
    id: cart.id,
    version: cart.version,
    status: cart.status,
    currency: cart.currency,
    ...detailsOf(cart),
    shippingOption: option && { ...option, amount: money(option.amount) },
    promotionCodes: [...cart.promotionCodes],
    items: cart.items.map((item) => presentLine(item, money)),
    totals: {
      subtotal: money(subtotal),
      discount: money(discount),
      shipping: money(shipping),
      tax: money(tax),
      ...(rounding !== 0 && { rounding: money(rounding) }),
      total: money(total),
    },
    taxInclusive: cart.taxInclusive,
    taxNote: cart.exemption?.note ?? null,
    requiresShipping: cart.requiresShipping,
    expiresAt: cart.expiresAt.toISOString(),
  };
}

/** The outcome of a merge. */
export function presentCartMerge({
  cart,
  outcome,
  reduced,
}: MergedCart): Shown<typeof cartMergeSchema> {
  return { cart: presentCart(cart), outcome, reduced };
}

function presentLine(item: PricedLine, money: (amount: number) => Money) {
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
    available: isAvailable(item),
  };
}

/** A way to ship a cart, and its price. */
export function presentShippingOption(
  { id, name, description, amount }: ShippingQuote,
  currency: string,
): Shown<typeof shippingOptionSchema> {
  return { id, name, description, amount: { amount, currency } };
}

/**
 * A cart's entity tag is `"<version>.<hash>"`. The hash covers what is shown, so that a changed
 * catalogue price prevents a 304; the version covers only the cart.
 */
export function cartEtag(cart: ShownCart): string {
  return etagOf(JSON.stringify(cart)).replace('"', `"${cart.version}.`);
}

/**
 * The versions to which `If-Match` allows a write; undefined: to any. The hash does not count, since
 * the condition guards against another tab's write and not against the catalogue's life.
 */
export function expectedVersionsOf(ifMatch: string | undefined): readonly number[] | undefined {
  const tags = ifMatch?.split(',').map((tag) => tag.trim());
  if (tags === undefined || tags.includes('*')) return undefined;
  return tags.flatMap((tag) => {
    const [, version] = /^(?:W\/)?"(\d+)\.[\w-]*"$/.exec(tag) ?? [];
    return version === undefined ? [] : [Number(version)];
  });
}

/** What a refusal shows of the cart as it is now: its tag, and all of it where its price has changed. */
export function presentOutdatedCart({ code, current }: OutdatedError<PricedCart>): AppErrorOptions {
  const cart = presentCart(current);
  const extensions = code === 'price_changed' ? { cart } : {};
  return { headers: { ETag: cartEtag(cart) }, extensions };
}
