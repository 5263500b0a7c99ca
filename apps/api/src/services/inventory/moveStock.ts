import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { outOfStock, type StockLine } from './outOfStock.ts';
import * as statements from './statements.ts';

/**
 * Holds the lines for the order, all or none. The caller's transaction keeps the levels locked
 * until it ends, so this should be the last that it does.
 * @throws {AppError} out_of_stock that names every line that is short, with nothing changed:
 *   the transaction can continue.
 */
export async function reserveStock(
  ctx: Context,
  orderId: string,
  lines: readonly StockLine[],
): Promise<void> {
  const shortages = await ctx.db.query(statements.reserveStock, {
    orderId,
    variantIds: lines.map(({ variantId }) => variantId),
    quantities: lines.map(({ quantity }) => quantity),
    firstId: newId('reservation'),
  });
  if (shortages.length > 0) throw outOfStock(lines, shortages);
}

/** Releases what the order still reserves. */
export async function releaseStock(ctx: Context, orderId: string): Promise<void> {
  await ctx.db.execute(statements.releaseStock, { orderId });
}

/** Turns the order's reservations into a sale, and records missing units (backorder) as owed. */
export async function commitStock(ctx: Context, orderId: string): Promise<void> {
  await ctx.db.execute(statements.commitStock, { orderId, firstId: newId('movement') });
}

/**
 * Returns units of a sale to the shelves they came from, as far as they have left one
 * (backorder) and have not returned already.
 */
export async function restockLines(
  ctx: Context,
  orderId: string,
  lines: readonly StockLine[],
): Promise<void> {
  await ctx.db.execute(statements.restockSome, {
    orderId,
    firstId: newId('movement'),
    variantIds: lines.map(({ variantId }) => variantId),
    quantities: lines.map(({ quantity }) => quantity),
  });
}

/** Takes a sale back: the order's goods return to their shelves. */
export async function restockOrder(ctx: Context, orderId: string): Promise<void> {
  await ctx.db.execute(statements.restock, { orderId, firstId: newId('movement') });
}
