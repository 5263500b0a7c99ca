import type { Config } from '../config/index.ts';
import { chargeable as chargeableByStripe } from '../integrations/stripe/amounts.ts';
import type { Money } from '../kernel/money.ts';
import { createCartsService } from '../services/carts.service.ts';
import { createOrdersService } from '../services/orders.service.ts';
import { createPricingService } from '../services/pricing.service.ts';
import { createShippingService } from '../services/shipping.service.ts';
import { createTaxService } from '../services/tax.service.ts';

export type Sales = ReturnType<typeof createSales>;

/** Carts with their prices, and orders. */
export function createSales(config: Config) {
  const tax = createTaxService();
  const shipping = createShippingService();
  const pricing = createPricingService({ tax, shipping, payable: payableBy(config.shop) });
  return {
    tax,
    shipping,
    pricing,
    carts: createCartsService({ pricing, shipping, shop: config.shop }),
    orders: createOrdersService({
      secret: config.auth.jwtSecret,
      unpaidLimits: config.shop.unpaidLimits,
    }),
  };
}

/** In which steps a total can be paid by each of the ways that the shop offers. */
function payableBy({ paymentProviders }: Config['shop']) {
  return paymentProviders.includes('stripe') ? chargeableByStripe : (total: Money) => total;
}
