import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composedStatement, type None } from '../../src/db/statement.ts';
import type {
  CatalogImportService,
  ImportReport,
} from '../../src/services/catalogImport.service.ts';
import type { Context } from '../../src/kernel/context.ts';
import { seedShippingAndTax } from './shippingAndTax.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

const hasProducts = composedStatement<None, { found: boolean }>(
  'seed.hasProducts',
  'SELECT EXISTS (SELECT FROM products) AS found',
);

/**
 * Gives a shop without products the demo catalogue, through the same importer as a merchant's file,
 * with shipping options and tax rates. Doing it again (`force`) puts the demo's products back as
 * they were, and leaves others alone.
 * @returns the import's report; null when there were products already.
 */
export async function seedIfEmpty(
  ctx: Context,
  services: { catalogImport: CatalogImportService },
  { force = false }: { force?: boolean } = {},
): Promise<ImportReport | null> {
  if (!force) {
    const [row] = await ctx.db.query(hasProducts);
    if (row?.found) return null;
  }
  // First, so that a seed that was interrupted is seen by its missing products and done again.
  await seedShippingAndTax(ctx);
  const open = () => createReadStream(`${folder}products.csv`);
  const report = await services.catalogImport.importCatalog(ctx, open, {
    currency: 'USD',
    baseDir: folder,
  });
  const [rejected] = report.rejected.rows;
  if (rejected) {
    throw new Error(`The demo catalogue is damaged: line ${rejected.line}: ${rejected.reason}`);
  }
  return report;
}
