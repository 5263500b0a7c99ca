import { defineRoutes } from '../kernel/route.ts';
import {
  exportedProductSchema,
  inventoryExportQuerySchema,
  productExportQuerySchema,
} from '../validators/catalogExport.validator.ts';

const shared = { tag: 'Exports', permission: 'products:export', cache: 'private' } as const;

const BROKEN_OFF =
  'The export is read while it is sent, however large it is; when it cannot be completed, the connection is broken off. It is an entry of the audit log. A process sends four at a time, and answers 503 to a further one.';

export const catalogExportRoutes = defineRoutes({
  exportProducts: {
    ...shared,
    method: 'get',
    path: '/admin/products/export',
    summary: 'Export products',
    description: `All products that the filters leave, in the order in which they were made. The CSV is Shopify’s; importing it again changes nothing. ${BROKEN_OFF}`,
    request: { query: productExportQuerySchema },
    responses: {
      200: { description: 'The products.', schema: exportedProductSchema, rows: true, csv: true },
    },
    errors: [],
  },
  exportInventory: {
    ...shared,
    method: 'get',
    path: '/admin/inventory/export',
    summary: 'Export stock',
    description: `Shopify’s inventory CSV: a row for each variant that is counted and each of its locations. ${BROKEN_OFF}`,
    request: { query: inventoryExportQuerySchema },
    responses: { 200: { description: 'The stock.', csv: true } },
    errors: [],
  },
});
