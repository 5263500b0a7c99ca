import { customerIdOf, type Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { PricedCart } from '../pricing.service.ts';
import type { CartsDeps } from './deps.ts';
import { selectOwnCart } from './mergeStatements.ts';
import { readCart } from './readCart.ts';

/** The id of the caller's open cart in a currency, the one that was written to last. */
export async function findOwnCartId(
  ctx: Context,
  currency: string | undefined,
): Promise<string | undefined> {
  const customerId = customerIdOf(ctx);
  const { salesChannel = null } = ctx;
  const asked = { customerId, currency: currency ?? null, salesChannel };
  const [row] = await ctx.db.query(selectOwnCart, asked);
  return row?.id;
}

/**
 * The caller's open cart, the one that was written to last.
 * @param currency of the cart; undefined for any.
 * @throws {AppError} not_found where there is none.
 */
export async function getOwnCart(
  deps: CartsDeps,
  ctx: Context,
  { currency }: { currency?: string | undefined },
): Promise<PricedCart> {
  const id = await findOwnCartId(ctx, currency);
  if (id === undefined) throw notFound('open cart');
  return readCart(deps, ctx, id);
}
