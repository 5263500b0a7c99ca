import type { Context } from '../utils/context.ts';
import type { PricedCart } from './pricing.service.ts';

export type { PricedCart, PricedLine } from './pricing.service.ts';

/** What checkout needs of carts. */
export interface CartsForCheckout {
  get(ctx: Context, cartId: string): Promise<PricedCart>;
  lockForCheckout(ctx: Context, cartId: string): Promise<PricedCart>;
  markCompleted(ctx: Context, cartId: string): Promise<void>;
  refreshAgreedPrices(ctx: Context, cart: PricedCart): Promise<void>;
}
