import type { Context } from '../../kernel/context.ts';
import type { PricedCart } from '../pricing.service.ts';
import type { FieldsEdit, ItemInput, LinesEdit } from './changes.ts';
import type { CartWriteDeps } from './deps.ts';
import { promotionUnavailable } from './refusals.ts';
import { writeCart } from './writeCart.ts';

/** A change to any part of a cart; null clears, what is left out stays. */
type CartPatch = FieldsEdit & {
  promotionCodes?: readonly string[] | undefined;
  /** The whole list; a quantity of 0 leaves a variant out. */
  items?: readonly ItemInput[] | undefined;
};

/** What a write to a cart also takes. */
interface WriteTerms {
  /** Versions at which the cart may be written; undefined: at any. */
  readonly expectedVersions?: readonly number[] | undefined;
}

/**
 * Changes any part of a cart at once, or nothing of it. A shipping option that no longer applies
 * (another country, too heavy, nothing to send) is dropped.
 * @throws {AppError} not_found, cart_completed, precondition_failed, promotion_unavailable,
 *   shipping_unavailable, and as createCart.
 */
export async function updateCart(
  deps: CartWriteDeps,
  ctx: Context,
  cartId: string,
  { items, promotionCodes = [], expectedVersions, ...fields }: CartPatch & WriteTerms,
): Promise<PricedCart> {
  if (promotionCodes.length > 0) throw promotionUnavailable(promotionCodes);
  const lines: LinesEdit = items ? { kind: 'replace', items } : { kind: 'keep' };
  return writeCart(deps, ctx, cartId, { fields, lines, expectedVersions });
}

/** Adds to a variant's line, or makes one. @throws as {@link updateCart}. */
export async function addItem(
  deps: CartWriteDeps,
  ctx: Context,
  cartId: string,
  { expectedVersions, ...item }: ItemInput & WriteTerms,
): Promise<PricedCart> {
  const lines: LinesEdit = { kind: 'add', item };
  return writeCart(deps, ctx, cartId, { fields: {}, lines, expectedVersions });
}

/** Sets a line's quantity; 0 removes it. @throws as {@link updateCart}, and not_found for the line. */
export async function setItem(
  deps: CartWriteDeps,
  ctx: Context,
  cartId: string,
  { expectedVersions, ...item }: { itemId: string; quantity: number } & WriteTerms,
): Promise<PricedCart> {
  const lines: LinesEdit = { kind: 'set', ...item };
  return writeCart(deps, ctx, cartId, { fields: {}, lines, expectedVersions });
}

/**
 * Takes today's prices for agreed, because the shopper is about to be shown them: after a
 * checkout that was refused for what the cart costs. A write that changes nothing else.
 * @throws {AppError} not_found, cart_completed.
 */
export async function agreeToPrices(
  deps: CartWriteDeps,
  ctx: Context,
  cartId: string,
): Promise<PricedCart> {
  return writeCart(deps, ctx, cartId, { fields: {}, lines: { kind: 'keep' } });
}
