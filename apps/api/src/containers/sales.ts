import type { Config } from '../config/index.ts';
import type { Money } from '../kernel/money.ts';
import { createCartsService } from '../services/carts.service.ts';
import { createOrdersService } from '../services/orders.service.ts';
import { createPricingService } from '../services/pricing.service.ts';
import { createShippingService } from '../services/shipping.service.ts';
import { createTaxService } from '../services/tax.service.ts';
import { createWorkflowsService } from '../services/workflows.service.ts';
import type { Providers } from './providers.ts';

export type Sales = ReturnType<typeof createSales>;

/** Carts with their prices, and orders with their workflows. */
export function createSales(config: Config, providers: Providers) {
  const tax = createTaxService();
  const shipping = createShippingService();
  const pricing = createPricingService({
    tax,
    shipping,
    exemptions: { ...config.vat, shopCountry: config.shop.country },
    payable: payableBy(providers),
  });
  return {
    tax,
    shipping,
    pricing,
    carts: createCartsService({ pricing, shipping, shop: config.shop }),
    orders: createOrdersService({
      secret: config.auth.jwtSecret,
      cursorSecret: config.cursorSecret,
      unpaidLimits: config.shop.unpaidLimits,
    }),
    workflows: createWorkflowsService({ cursorSecret: config.cursorSecret }),
  };
}

/** In which steps a total can be paid by each of the ways that the shop offers. */
function payableBy({ remotes, offered }: Providers) {
  const providers = remotes.filter(({ name }) => offered.includes(name));
  return (total: Money) => providers.reduce((money, provider) => provider.chargeable(money), total);
}
