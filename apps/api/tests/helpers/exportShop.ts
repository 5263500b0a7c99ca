import { createCatalogExportService } from '../../src/services/catalogExport.service.ts';
import { createStreamService } from '../../src/services/stream.service.ts';
import type { Context } from '../../src/kernel/context.ts';
import { csvLine } from '../../src/utils/csvLine.ts';
import { MEDIA_URL } from './importShop.ts';

/** The export of a shop whose currency is dollars. */
export function openExport() {
  const stream = createStreamService({ rest: 0 });
  const service = createCatalogExportService({
    audit: { record: async () => undefined },
    stream,
    currency: 'USD',
    mediaUrl: MEDIA_URL,
  });
  return {
    service,
    stream,
    /** The whole file of products. */
    async productCsv(ctx: Context, spreadsheetSafe = false): Promise<string> {
      return textOf(service.productCsv(ctx, { filters: {}, spreadsheetSafe }));
    },
    async inventoryCsv(ctx: Context): Promise<string> {
      return textOf(service.inventoryCsv(ctx, { spreadsheetSafe: false }));
    },
  };
}

async function textOf(records: AsyncIterable<readonly string[]>): Promise<string> {
  let text = '';
  for await (const cells of records) text += csvLine(cells);
  return text;
}
