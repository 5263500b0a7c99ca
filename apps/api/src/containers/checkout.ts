import type { Config } from '../config/index.ts';
import { createCheckoutService } from '../services/checkout.service.ts';
import { createRecoveryService } from '../services/recovery.service.ts';
import type { Catalogue } from './catalogue.ts';
import type { MoneyServices } from './money.ts';
import type { Platform } from './platform.ts';
import type { Providers } from './providers.ts';
import type { Sales } from './sales.ts';

export type Checkout = ReturnType<typeof createCheckout>;

/** Checkout, expiry, and the recovery of stopped workflows, which use all of the areas below. */
export function createCheckout(
  config: Config,
  { logger, services }: Platform,
  { offered }: Providers,
  below: Catalogue & Sales & MoneyServices,
) {
  const { shop } = config;
  const { audit } = services;
  const { carts, orders, inventory, payments, credit, refunds, workflows } = below;
  const checkout = createCheckoutService({
    audit,
    carts,
    orders,
    inventory,
    payments,
    credit,
    refunds,
    logger,
    reservationMinutes: shop.reservationMinutes,
    quantityLimits: shop.quantityLimits,
    paymentProviders: offered,
  });
  return {
    checkout,
    recovery: createRecoveryService({
      workflows,
      audit,
      logger,
      orders,
      payments,
      checkout,
      refunds,
    }),
  };
}
