import type { PricingService } from '../pricing.service.ts';
import type { ShippingService } from '../shipping.service.ts';
import type { QuantityLimits } from './changes.ts';

export interface CartsDeps {
  pricing: PricingService;
  shipping: ShippingService;
  shop: {
    readonly currency: string;
    readonly country: string;
    readonly cartTtlDays: number;
    readonly quantityLimits: QuantityLimits;
  };
}

/** What a write to a cart needs. */
export type CartWriteDeps = Pick<CartsDeps, 'pricing' | 'shop'>;

const DAY_MS = 86_400_000;

/** When a cart that is written to now shall expire. */
export function newExpiry({ cartTtlDays }: CartsDeps['shop']): Date {
  return new Date(Date.now() + cartTtlDays * DAY_MS);
}
