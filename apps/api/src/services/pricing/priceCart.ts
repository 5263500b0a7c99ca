import { AppError } from '../../kernel/errors.ts';
import { AmountError, toAmount, type Money } from '../../kernel/money.ts';
import type { ShippingQuote, ShippingService } from '../shipping.service.ts';
import type { TaxService } from '../tax.service.ts';
import type { Cart, CartLine, PricedCart, PricedLine, Totals } from './cart.ts';
import { exemptionOf, type ExemptionTerms } from './exemption.ts';
import { priceFromOrder } from './priceFromOrder.ts';

export interface PricingDeps {
  tax: TaxService;
  shipping: ShippingService;
  exemptions: ExemptionTerms;
  /** What a total comes to that can be paid by whatever the shop offers, never more; see `chargeable` of a provider. */
  payable?: (total: Money) => Money;
}

/**
 * Prices a cart; one that is completed keeps what it was bought at.
 * @throws {AppError} cart_limit_exceeded when an amount would no longer be exact (beyond 2^53 - 1).
 */
export function priceCart(deps: PricingDeps, cart: Cart): PricedCart {
  try {
    return price(deps, cart);
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    throw new AppError(
      'cart_limit_exceeded',
      'The total of the cart is too large. Order less at a time.',
      { cause: error },
    );
  }
}

/** The options of a cart with what they cost it: without tax where it pays none. */
export function quoteShipping(deps: PricingDeps, cart: Cart): ShippingQuote[] {
  const quotes = deps.shipping.quotes(cart.tariffs, deps.shipping.parcelOf(cart.lines));
  if (!exemptionOf(deps.exemptions, cart)) return quotes;
  return quotes.map((quote) => {
    const { shipping } = deps.tax.withoutTax(cart.taxRate, { lines: [], shipping: quote.amount });
    return { ...quote, amount: shipping };
  });
}

type UntaxedLine = Omit<PricedLine, 'tax'>;

function price(deps: PricingDeps, cart: Cart): PricedCart {
  const { shipping, tax } = deps;
  const { lines, tariffs, taxRate, shippingOptionId, orderedPrices, ...rest } = cart;
  if (orderedPrices) return priceFromOrder(cart, orderedPrices);
  const parcel = shipping.parcelOf(lines);
  const chosen = shipping.quotes(tariffs, parcel).find(({ id }) => id === shippingOptionId) ?? null;
  const exemption = exemptionOf(deps.exemptions, cart);
  const gross = lines.map(untaxedLine);
  const { items, shippingOption } = exemption
    ? withoutTax(deps, cart, { items: gross, shippingOption: chosen })
    : { items: gross, shippingOption: chosen };
  const fee = shippingOption?.amount ?? 0;
  const assessment = tax.assess(exemption ? null : taxRate, amountsOf(items, fee));
  const taxInclusive = !exemption && (taxRate?.inclusive ?? false);
  return {
    ...rest,
    shippingOption,
    items: items.map((item, index) => ({ ...item, tax: assessment.lines[index] ?? 0 })),
    totals: roundTotals(deps, totalsOf(items, fee, assessment.total, taxInclusive), cart.currency),
    taxInclusive,
    exemption,
    requiresShipping: parcel.requiresShipping,
  };
}

const amountsOf = (items: readonly UntaxedLine[], shipping: number) => ({
  lines: items.map(({ total, taxable }) => ({ amount: total, taxable })),
  shipping,
});

interface Goods {
  readonly items: readonly UntaxedLine[];
  readonly shippingOption: ShippingQuote | null;
}

/** The cart's goods and shipping less the tax that their prices contain. Unit prices are rounded, totals exact. */
function withoutTax(
  { tax }: PricingDeps,
  { taxRate }: Cart,
  { items, shippingOption }: Goods,
): Goods {
  const net = tax.withoutTax(taxRate, amountsOf(items, shippingOption?.amount ?? 0));
  return {
    items: items.map((item, index) => {
      const total = net.lines[index] ?? item.total;
      if (total === item.total) return item;
      return { ...item, total, unitPrice: Math.round(total / item.quantity) };
    }),
    shippingOption: shippingOption && { ...shippingOption, amount: net.shipping },
  };
}

/** The order states exactly what is charged, so neither contains an amount that cannot be paid. */
function roundTotals({ payable }: PricingDeps, totals: Totals, currency: string): Totals {
  if (!payable) return totals;
  const { amount: total } = payable({ amount: totals.total, currency });
  return total === totals.total ? totals : { ...totals, rounding: total - totals.total, total };
}

function untaxedLine({ active, price, agreedUnitPrice, ...line }: CartLine): UntaxedLine {
  const unitPrice = price ?? agreedUnitPrice;
  return {
    ...line,
    unitPrice,
    total: toAmount(BigInt(unitPrice) * BigInt(line.quantity)),
    buyable: active && price !== null,
  };
}

/** No promotions exist yet, so nothing is taken off. */
function totalsOf(
  items: readonly { total: number }[],
  shipping: number,
  tax: number,
  taxInclusive: boolean,
): Totals {
  const subtotal = items.reduce((sum, { total }) => sum + BigInt(total), 0n);
  return {
    subtotal: toAmount(subtotal),
    discount: 0,
    shipping,
    tax,
    total: toAmount(subtotal + BigInt(shipping) + (taxInclusive ? 0n : BigInt(tax))),
  };
}
