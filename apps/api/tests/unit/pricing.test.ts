import { chargeable } from '../../src/integrations/stripe/amounts.ts';
import { createPricingService } from '../../src/services/pricing.service.ts';
import { createShippingService } from '../../src/services/shipping.service.ts';
import { createTaxService } from '../../src/services/tax.service.ts';
import { cartWith, lineWith } from '../helpers/priceable.ts';

const pricing = createPricingService({
  tax: createTaxService(),
  exemptions: { shopCountry: 'DE', acceptsUnverified: false },
  shipping: createShippingService(),
});

const salesTax = { name: 'Sales tax', ratePpm: 72_500, inclusive: false, taxesShipping: true };
const vat = { name: 'VAT', ratePpm: 190_000, inclusive: true, taxesShipping: true };
const standard = {
  id: 'so_standard',
  name: 'Standard',
  description: '',
  bands: [{ minGrams: 0, maxGrams: null, amount: 500 }],
};
const chosen = { tariffs: [standard], shippingOptionId: standard.id };

describe('A total that no provider can charge', () => {
  const inSteps = createPricingService({
    tax: createTaxService(),
    exemptions: { shopCountry: 'DE', acceptsUnverified: false },
    shipping: createShippingService(),
    payable: chargeable,
  });
  const priced = (currency: string, price: number, quantity = 1) =>
    inSteps.priceCart(cartWith({ currency, lines: [lineWith({ price, quantity })] })).totals;

  test.each([
    ['KWD', 5129, 1, -9, 5120],
    ['KWD', 1003, 3, -9, 3000],
    ['BHD', 9, 1, -9, 0],
    ['MGA', 12_345, 1, -45, 12_300],
  ])(
    'in %s, %i × %i, is rounded by %i, which the cart shows',
    (currency, price, quantity, off, total) => {
      expect(priced(currency, price, quantity)).toEqual({
        subtotal: price * quantity,
        discount: 0,
        shipping: 0,
        tax: 0,
        rounding: off,
        total,
      });
    },
  );

  test.each([
    ['KWD', 5120],
    ['USD', 1999],
    ['JPY', 7],
    ['ISK', 7],
    ['HUF', 1045],
    ['TWD', 1045],
  ])('does not occur in %s with %i: there is no rounding', (currency, price) => {
    expect(priced(currency, price)).not.toHaveProperty('rounding');
    expect(priced(currency, price).total).toBe(price);
  });
});

describe('The price of a cart', () => {
  test('of an empty cart is zero', () => {
    expect(pricing.priceCart(cartWith({ taxRate: vat })).totals).toEqual({
      subtotal: 0,
      discount: 0,
      shipping: 0,
      tax: 0,
      total: 0,
    });
  });

  test('adds tax on top where prices are without it', () => {
    const lines = [lineWith({ price: 1999, quantity: 2 }), lineWith({ variantId: 'var_b' })];
    const priced = pricing.priceCart(cartWith({ lines, taxRate: salesTax, ...chosen }));
    // 7.25 % of 54.98 is 3.986.
    expect(priced.totals).toEqual({
      subtotal: 4998,
      discount: 0,
      shipping: 500,
      tax: 399,
      total: 5897,
    });
    expect(priced.items.map(({ unitPrice, total, tax }) => [unitPrice, total, tax])).toEqual([
      [1999, 3998, 290],
      [1000, 1000, 73],
    ]);
    expect(priced.taxInclusive).toBe(false);
  });

  test('shows the tax that prices contain, without changing the total', () => {
    const priced = pricing.priceCart(
      cartWith({ lines: [lineWith({ price: 11_400 })], taxRate: vat, ...chosen }),
    );
    expect(priced.totals).toMatchObject({
      subtotal: 11_400,
      shipping: 500,
      tax: 1900,
      total: 11_900,
    });
    expect(priced.taxInclusive).toBe(true);
  });

  test.each([
    // Whole yen and thousandths of a dinar: an amount is an integer and knows nothing of decimals.
    ['JPY', 1_980, 100_000, 180],
    ['KWD', 1_234, 50_000, 59],
  ])('is exact in %s', (currency, price, ratePpm, tax) => {
    const taxRate = { ...vat, ratePpm };
    const priced = pricing.priceCart(cartWith({ currency, lines: [lineWith({ price })], taxRate }));
    expect(priced.totals).toMatchObject({ subtotal: price, tax, total: price });
  });

  test('is current, whatever the shopper was shown before', () => {
    const [item] = pricing.priceCart(cartWith({ lines: [lineWith({ price: 1200 })] })).items;
    expect(item).toMatchObject({
      unitPrice: 1200,
      total: 1200,
      buyable: true,
    });
  });

  test('of a completed cart does not change', () => {
    const totals = { subtotal: 900, discount: 0, shipping: 300, tax: 90, total: 1290 };
    const line = { unitPrice: 900, tax: 90, total: 900 };
    const shippingOption = { id: standard.id, name: 'As it was called', amount: 300 };
    const cart = cartWith({
      ...chosen,
      status: 'completed',
      lines: [lineWith({ price: 1200 })],
      taxRate: vat,
      orderedPrices: {
        totals,
        taxInclusive: false,
        exemption: null,
        shippingOption,
        lines: { var_a: line },
      },
    });
    expect(pricing.priceCart(cart)).toMatchObject({
      totals,
      taxInclusive: false,
      requiresShipping: true,
      shippingOption,
      items: [line],
    });
  });

  test('keeps a line that is no longer sold, at the old price and not available', () => {
    const lines = [
      lineWith({ active: false }),
      lineWith({ variantId: 'var_b', price: null, agreedUnitPrice: 700 }),
    ];
    const { items } = pricing.priceCart(cartWith({ lines }));
    expect(items.map(({ buyable, unitPrice }) => [buyable, unitPrice])).toEqual([
      [false, 1000],
      [false, 700],
    ]);
  });

  test('has no shipping for an option that does not apply or when nothing is sent', () => {
    const lines = [lineWith()];
    expect(
      pricing.priceCart(cartWith({ lines, shippingOptionId: 'so_gone' })).shippingOption,
    ).toBeNull();
    const download = [lineWith({ requiresShipping: false })];
    const priced = pricing.priceCart(cartWith({ lines: download, ...chosen }));
    expect(priced).toMatchObject({ shippingOption: null, requiresShipping: false });
    expect(priced.totals.shipping).toBe(0);
  });

  test('carries five billion minor units × 9999 × 100 lines', () => {
    const lines = Array.from({ length: 100 }, (_, index) =>
      lineWith({ variantId: `var_${index}`, price: 5_000_000_000, quantity: 9_999 }),
    );
    const priced = pricing.priceCart(cartWith({ currency: 'IDR', lines, taxRate: salesTax }));
    expect(priced.totals.subtotal).toBe(4_999_500_000_000_000);
    expect(priced.totals.tax).toBe(362_463_750_000_000);
    expect(priced.items.reduce((sum, { tax }) => sum + tax, 0)).toBe(priced.totals.tax);
  });

  test('is refused when it is beyond the largest safe integer', () => {
    const lines = [lineWith({ price: 2 ** 52, quantity: 3 })];
    expect(() => pricing.priceCart(cartWith({ lines }))).toThrow(
      expect.objectContaining({ code: 'cart_limit_exceeded', status: 422 }),
    );
  });
});
