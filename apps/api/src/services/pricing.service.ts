import { withDeps } from '../utils/withDeps.ts';
import { priceCart, quoteShipping, type PricingDeps } from './pricing/priceCart.ts';

export type {
  AppliedExemption,
  Cart,
  CartLine,
  PricedCart,
  PricedLine,
  VariantFacts,
} from './pricing/cart.ts';

export type PricingService = ReturnType<typeof createPricingService>;

/** Computes what a cart costs. Pure: the same cart gives the same amounts, and no client's amount goes in. */
export function createPricingService(deps: PricingDeps) {
  return withDeps(deps, { priceCart, quoteShipping });
}
