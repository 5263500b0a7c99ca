import type { Cart, CartLine } from '../../src/services/pricing.service.ts';

/** A line of 1 unit at 1000, in stock and taxable, with the given changes. */
export function lineWith(given: Partial<CartLine> = {}): CartLine {
  const variantId = given.variantId ?? 'var_a';
  return {
    id: `ci_${variantId}`,
    variantId,
    productId: 'prod_a',
    title: 'Shirt',
    variantTitle: 'M',
    sku: null,
    weightGrams: 200,
    requiresShipping: true,
    taxable: true,
    inventoryTracked: true,
    inventoryPolicy: 'deny',
    active: true,
    price: 1000,
    available: 10,
    quantity: 1,
    agreedUnitPrice: 1000,
    ...given,
  };
}

/** An open, empty cart in USD without addresses, with the given changes. */
export function cartWith(given: Partial<Cart> = {}): Cart {
  return {
    id: 'cart_a',
    version: 1,
    status: 'open',
    currency: 'USD',
    customerId: null,
    salesChannel: null,
    email: null,
    shippingAddress: null,
    billingAddress: null,
    companyLocationId: null,
    purchaseOrderNumber: null,
    company: null,
    customerExemption: null,
    shippingOptionId: null,
    promotionCodes: [],
    agreedTotal: null,
    expiresAt: new Date('2030-01-01T00:00:00Z'),
    lines: [],
    tariffs: [],
    taxRate: null,
    orderedPrices: null,
    ...given,
  };
}
