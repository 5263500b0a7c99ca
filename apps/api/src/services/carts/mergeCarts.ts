import { inTransaction } from '../../db/transaction.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { CartMergeOutcome } from '../../domains/carts.enums.ts';
import type { Cart, PricedCart } from '../pricing.service.ts';
import { newExpiry, type CartsDeps } from './deps.ts';
import { mergeLines, type ReducedLine } from './mergeLines.ts';
import { adoptCart, closeMergedCart, lockGuestCart, lockMerges } from './mergeStatements.ts';
import { findOwnCartId } from './ownCart.ts';
import { readCart } from './readCart.ts';
import { cartCompleted } from './refusals.ts';
import { loadCartLocked, storeCart } from './store.ts';

interface MergeRequest {
  readonly guestCartId: string;
  readonly customerId: string;
}

/** The cart that a customer has of a guest's. */
export interface MergedCart {
  readonly cart: PricedCart;
  readonly outcome: CartMergeOutcome;
  readonly reduced: readonly ReducedLine[];
}

/**
 * Makes a guest's cart the customer's. Where the customer has an open cart in its currency, the
 * lines are added to that one, and the guest's cart is closed; else, or where the two do not fit into
 * one cart, the guest's cart becomes theirs beside it, with the same id. A merge that is repeated
 * changes nothing.
 * @throws {AppError} not_found, also for another customer's cart; cart_completed.
 */
export function mergeCarts(
  deps: CartsDeps,
  ctx: Context,
  { guestCartId, customerId }: MergeRequest,
): Promise<MergedCart> {
  const asCustomer: Context = { ...ctx, actor: { kind: 'customer', id: customerId } };
  return inTransaction(asCustomer, (ctx) => mergeOnce(deps, ctx, guestCartId));
}

/**
 * The same as a part of a sign-in, which no cart keeps from succeeding: one that is gone, bought or
 * someone else's is left as it is.
 */
export async function mergeAtSignIn(
  deps: CartsDeps,
  ctx: Context,
  { guestCartId, customerId }: { guestCartId: string | undefined; customerId: string | null },
): Promise<void> {
  if (guestCartId === undefined || customerId === null) return;
  try {
    await mergeCarts(deps, ctx, { guestCartId, customerId });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/**
 * Under three locks, always in this order: the customer's merges, the guest's cart, the customer's
 * cart. A checkout locks one cart alone, so that neither waits for the other in a circle.
 */
async function mergeOnce(deps: CartsDeps, ctx: Context, guestCartId: string): Promise<MergedCart> {
  const customerId = customerIdOf(ctx);
  const { pricing, shop } = deps;
  await ctx.db.query(lockMerges, { customerId });
  const [found] = await ctx.db.query(lockGuestCart, {
    cartId: guestCartId,
    salesChannel: ctx.salesChannel ?? null,
  });
  if (!found) throw notFound('cart');
  const { mergedIntoId, status } = found;
  if (mergedIntoId !== null || found.customerId === customerId) {
    const cart = await readCart(deps, ctx, mergedIntoId ?? guestCartId);
    if (cart.customerId !== customerId) throw notFound('cart');
    return { cart, outcome: 'unchanged', reduced: [] };
  }
  if (found.customerId !== null) throw notFound('cart');
  if (status === 'completed') throw cartCompleted();
  const reading = { shopCountry: shop.country };
  const { cart: guest } = await loadCartLocked(ctx, guestCartId, reading);
  const ownId = await findOwnCartId(ctx, guest.currency);
  const merged = ownId === undefined ? undefined : await mergeInto(deps, ctx, ownId, guest);
  if (merged) return merged;
  const otherId = await findOwnCartId(ctx, undefined);
  await ctx.db.execute(adoptCart, { cartId: guestCartId, customerId, expiresAt: newExpiry(shop) });
  const { cart } = await loadCartLocked(ctx, guestCartId, reading);
  const outcome = otherId === undefined ? 'adopted' : 'kept_apart';
  return { cart: pricing.priceCart(cart), outcome, reduced: [] };
}

/** @returns undefined where the carts do not fit into one, or the customer's was bought meanwhile. */
async function mergeInto(
  { pricing, shop }: CartsDeps,
  ctx: Context,
  ownId: string,
  guest: Cart,
): Promise<MergedCart | undefined> {
  const reading = {
    shopCountry: shop.country,
    variants: guest.lines.map(({ variantId }) => variantId),
  };
  const { cart: found } = await loadCartLocked(ctx, ownId, reading);
  const soon = {
    email: found.email ?? guest.email,
    shippingAddress: found.shippingAddress ?? guest.shippingAddress,
    billingAddress: found.billingAddress ?? guest.billingAddress,
  };
  // Again, for the tariffs and the tax of where it will be shipped to.
  const { cart: own, variants } = await loadCartLocked(ctx, ownId, { ...reading, soon });
  const merge = mergeLines(own.lines, guest.lines, variants, shop.quantityLimits);
  if (!merge || own.status === 'completed') return undefined;
  const next = {
    ...own,
    ...soon,
    lines: merge.lines,
    version: own.version + 1,
    expiresAt: newExpiry(shop),
  };
  const priced = pricing.priceCart(next);
  const { shippingOption, totals } = priced;
  const stored = { shippingOptionId: shippingOption?.id ?? null, agreedTotal: totals.total };
  const isStored = await storeCart(ctx, own, { ...next, ...stored });
  if (!isStored) throw new Error('A cart was written to in spite of its lock');
  await ctx.db.execute(closeMergedCart, { cartId: guest.id, intoId: own.id });
  const { reduced } = merge;
  return { cart: { ...priced, agreedTotal: stored.agreedTotal }, outcome: 'merged', reduced };
}
