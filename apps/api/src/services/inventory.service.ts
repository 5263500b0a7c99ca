import type { Context } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import {
  commitStock,
  releaseStock,
  reserveStock,
  restock,
  restockSome,
} from './inventory/statements.ts';

export interface StockLine {
  readonly variantId: string;
  readonly quantity: number;
}

/** A variant with less available than requested. */
export interface Shortage {
  readonly variantId: string;
  readonly requested: number;
  readonly available: number;
}

export type InventoryService = ReturnType<typeof createInventoryService>;

/**
 * Promises stock to orders and takes it from the shelves (invariants S1 and S2). Each move is one
 * statement; calling one twice for the same order does nothing the second time, reserving aside.
 */
export function createInventoryService() {
  return {
    /**
     * Holds the lines for the order, all or none. The caller's transaction keeps the levels locked
     * until it ends, so this should be the last that it does.
     * @throws {AppError} out_of_stock that names every line that is short, with nothing changed:
     *   the transaction can continue.
     */
    async reserve(ctx: Context, orderId: string, lines: readonly StockLine[]): Promise<void> {
      const shortages = await ctx.db.query(reserveStock, {
        orderId,
        variantIds: lines.map(({ variantId }) => variantId),
        quantities: lines.map(({ quantity }) => quantity),
        firstId: newId('reservation'),
      });
      if (shortages.length > 0) throw outOfStock(lines, shortages);
    },

    /** Releases what the order still reserves. */
    async release(ctx: Context, orderId: string): Promise<void> {
      await ctx.db.execute(releaseStock, { orderId });
    },

    /**
     * Turns the order's reservations into a sale, and records missing units (backorder) as owed.
     */
    async commit(ctx: Context, orderId: string): Promise<void> {
      await ctx.db.execute(commitStock, { orderId, firstId: newId('movement') });
    },

    /**
     * Returns units of a sale to the shelves they came from, as far as they have left one
     * (backorder) and have not returned already.
     */
    async restockLines(ctx: Context, orderId: string, lines: readonly StockLine[]): Promise<void> {
      await ctx.db.execute(restockSome, {
        orderId,
        firstId: newId('movement'),
        variantIds: lines.map(({ variantId }) => variantId),
        quantities: lines.map(({ quantity }) => quantity),
      });
    },

    /** Takes a sale back: the order's goods return to their shelves. */
    async restock(ctx: Context, orderId: string): Promise<void> {
      await ctx.db.execute(restock, { orderId, firstId: newId('movement') });
    },

    outOfStock,
  };
}

/** The refusal that names every short line, by its place in what was asked for. */
function outOfStock(lines: readonly StockLine[], shortages: readonly Shortage[]): AppError {
  const short = new Map(shortages.map((shortage) => [shortage.variantId, shortage]));
  const errors = lines.flatMap(({ variantId }, index) => {
    const shortage = short.get(variantId);
    if (!shortage) return [];
    const message = `${shortage.requested} requested, ${shortage.available} available`;
    return [{ path: `items.${index}.quantity`, code: 'out_of_stock', message }];
  });
  return new AppError('out_of_stock', 'There is not enough stock for this cart.', {
    errors,
    extensions: { shortages },
  });
}
