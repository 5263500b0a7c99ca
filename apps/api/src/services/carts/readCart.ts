import type { Context } from '../../kernel/context.ts';
import type { PricedCart } from '../pricing.service.ts';
import type { ShippingQuote } from '../shipping.service.ts';
import type { CartsDeps } from './deps.ts';
import { addressMissing } from './refusals.ts';
import { loadCart } from './store.ts';

/**
 * A cart with today's prices, in one statement.
 * @throws {AppError} not_found, also for another customer's cart and one that has expired.
 */
export async function readCart(
  { pricing, shop }: CartsDeps,
  ctx: Context,
  cartId: string,
): Promise<PricedCart> {
  const { cart } = await loadCart(ctx, cartId, { shopCountry: shop.country });
  return pricing.priceCart(cart);
}

/**
 * The shipping options for this cart and its address, with prices; empty when nothing needs
 * shipping.
 * @throws {AppError} not_found; cart_incomplete without a shipping address.
 */
export async function listShippingOptions(
  { pricing, shipping, shop }: CartsDeps,
  ctx: Context,
  cartId: string,
): Promise<{ currency: string; options: ShippingQuote[] }> {
  const reading = { shopCountry: shop.country, everyTariff: true };
  const { cart } = await loadCart(ctx, cartId, reading);
  const parcel = shipping.parcelOf(cart.lines);
  if (parcel.requiresShipping && cart.shippingAddress === null) throw addressMissing();
  return { currency: cart.currency, options: pricing.quoteShipping(cart) };
}
