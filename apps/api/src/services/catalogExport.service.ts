import type { Context } from '../kernel/context.ts';
import type { CatalogExportDeps, ProductSelection } from './catalogExport/exportProducts.ts';
import type { ExportedRow } from './catalogExport/productRecords.ts';

export type { ExportedRow } from './catalogExport/productRecords.ts';

type Records = AsyncGenerator<readonly string[]>;

interface FileOptions {
  /** Whether cells that a spreadsheet would run as formulas are guarded. */
  readonly spreadsheetSafe: boolean;
}

export type CatalogExportService = ReturnType<typeof createCatalogExportService>;

/** Gives a merchant the whole catalogue, in a form that the import reads without a change. */
export function createCatalogExportService(deps: CatalogExportDeps) {
  return {
    /** @throws {AppError} service_unavailable when too many exports are being sent. */
    async *products(ctx: Context, selection: ProductSelection): AsyncGenerator<ExportedRow> {
      // Most processes never export anything.
      const { exportProducts } = await import('./catalogExport/exportProducts.ts');
      yield* exportProducts(deps, ctx, selection);
    },

    /** Shopify's product CSV, its header first. @throws as `products` does. */
    async *productCsv(ctx: Context, options: ProductSelection & FileOptions): Records {
      const { exportProductCsv } = await import('./catalogExport/exportProducts.ts');
      yield* exportProductCsv(deps, ctx, options);
    },

    /** Shopify's inventory CSV, its header first. @throws as `products` does. */
    async *inventoryCsv(ctx: Context, options: FileOptions): Records {
      const { exportInventoryCsv } = await import('./catalogExport/exportInventory.ts');
      yield* exportInventoryCsv(deps, ctx, options);
    },
  };
}
