import type { Cart, PricedCart, PricedLine, OrderedPrices } from './cart.ts';

/**
 * A completed cart as it was bought. Nothing is computed: prices, tariffs and taxes may have changed
 * since, and what counts is what the order says.
 */
export function priceFromOrder(cart: Cart, ordered: OrderedPrices): PricedCart {
  const {
    lines,
    tariffs,
    taxRate: _taxRate,
    shippingOptionId,
    orderedPrices: _ordered,
    ...rest
  } = cart;
  // An order keeps the name of its option and not the words that offered it.
  const description = tariffs.find(({ id }) => id === shippingOptionId)?.description ?? '';
  return {
    ...rest,
    shippingOption: ordered.shippingOption && { ...ordered.shippingOption, description },
    items: lines.map(({ active, price, agreedUnitPrice, ...line }): PricedLine => {
      const unsold = { unitPrice: agreedUnitPrice, tax: 0, total: 0 };
      const bought = ordered.lines[line.variantId] ?? unsold;
      return { ...line, ...bought, buyable: active && price !== null };
    }),
    totals: ordered.totals,
    taxInclusive: ordered.taxInclusive,
    exemption: ordered.exemption,
    requiresShipping: ordered.shippingOption !== null,
  };
}
