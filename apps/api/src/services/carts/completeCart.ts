import type { Context } from '../../kernel/context.ts';
import type { PricedCart } from '../pricing.service.ts';
import type { CartsDeps } from './deps.ts';
import { cartCompleted, preconditionFailed } from './refusals.ts';
import { completeCart } from './statements.ts';
import { loadCartLocked } from './store.ts';

/**
 * The current cart for checkout, locked until the transaction ends. Does not check whether it
 * is completed.
 * @param clientLock serializes checkouts of the same client or e-mail address until then.
 * @throws {AppError} not_found.
 */
export async function lockForCheckout(
  { pricing, shop }: CartsDeps,
  ctx: Context,
  cartId: string,
  clientLock?: { readonly clientKey: string | null },
): Promise<PricedCart> {
  const { cart } = await loadCartLocked(ctx, cartId, { shopCountry: shop.country, clientLock });
  return pricing.priceCart(cart);
}

/**
 * For checkout, of the cart that it has locked.
 * @throws {OutdatedError} precondition_failed when it is at another version than one of these.
 */
export function requireVersion(
  cart: PricedCart,
  expectedVersions: readonly number[] | undefined,
): void {
  if (expectedVersions?.includes(cart.version) === false) throw preconditionFailed(cart);
}

/**
 * Completes the cart, in checkout's transaction.
 * @throws {AppError} cart_completed when it already is.
 */
export async function markCompleted(ctx: Context, cartId: string): Promise<void> {
  if ((await ctx.db.execute(completeCart, { cartId })) === 0) throw cartCompleted();
}
