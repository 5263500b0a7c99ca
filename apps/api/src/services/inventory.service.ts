import {
  commitStock,
  releaseStock,
  reserveStock,
  restockLines,
  restockOrder,
} from './inventory/moveStock.ts';
import { outOfStock } from './inventory/outOfStock.ts';

export type { Shortage, StockLine } from './inventory/outOfStock.ts';

export type InventoryService = ReturnType<typeof createInventoryService>;

/**
 * Promises stock to orders and takes it from the shelves (invariants S1 and S2). Each move is one
 * statement; calling one twice for the same order does nothing the second time, reserving aside.
 */
export function createInventoryService() {
  return {
    reserve: reserveStock,
    release: releaseStock,
    commit: commitStock,
    restock: restockOrder,
    restockLines,
    outOfStock,
  };
}
