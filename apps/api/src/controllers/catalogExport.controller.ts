import type { Handlers } from '../kernel/route.ts';
import { presentExportedProduct } from '../presenters/catalogExport.presenter.ts';
import type { catalogExportRoutes } from '../routes/catalogExport.routes.ts';
import type { CatalogExportService } from '../services/catalogExport.service.ts';
import { mapRows } from '../utils/mapRows.ts';
import { csv, rows } from '../utils/response.ts';

interface Deps {
  services: { catalogExport: CatalogExportService };
  /** Where stored pictures are found; without a slash at the end. */
  mediaUrl: string;
}

export function createCatalogExportController({
  services: { catalogExport },
  mediaUrl,
}: Deps): Handlers<typeof catalogExportRoutes> {
  return {
    async exportProducts(ctx, { query: { format, spreadsheetSafe, ...filters } }) {
      if (format === 'csv') {
        const records = catalogExport.productCsv(ctx, { filters, spreadsheetSafe });
        return csv(records, fileName('products'));
      }
      const products = catalogExport.products(ctx, { filters });
      return rows(mapRows(products, (product) => presentExportedProduct(product, mediaUrl)));
    },

    async exportInventory(ctx, { query }) {
      return csv(catalogExport.inventoryCsv(ctx, query), fileName('inventory'));
    },
  };
}

/** With the day, so that files of several days lie beside each other. */
const fileName = (what: string): string => `${what}-${new Date().toISOString().slice(0, 10)}.csv`;
