import type { Cart, PricedCart, PricedLine, OrderedPrices } from './cart.ts';

/**
 * A completed cart as it was bought. Nothing is computed: prices, tariffs and taxes may have changed
 * since, and what counts is what the order says.
 */
export function priceFromOrder(cart: Cart, sale: OrderedPrices): PricedCart {
  const { lines, tariffs, taxRate: _taxRate, shippingOptionId, sale: _sale, ...rest } = cart;
  // An order keeps the name of its option and not the words that offered it.
  const description = tariffs.find(({ id }) => id === shippingOptionId)?.description ?? '';
  return {
    ...rest,
    shippingOption: sale.shippingOption && { ...sale.shippingOption, description },
    items: lines.map(({ active, price, agreedUnitPrice, ...line }): PricedLine => {
      const unsold = { unitPrice: agreedUnitPrice, tax: 0, total: 0 };
      const bought = sale.lines[line.variantId] ?? unsold;
      return { ...line, ...bought, buyable: active && price !== null };
    }),
    totals: sale.totals,
    taxInclusive: sale.taxInclusive,
    requiresShipping: sale.shippingOption !== null,
  };
}
