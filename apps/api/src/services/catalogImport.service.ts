import type { Readable } from 'node:stream';
import type { Context } from '../kernel/context.ts';
import type { ImportDeps, ImportOptions } from './catalogImport/importCatalog.ts';
import type { ImportReport } from './catalogImport/report.ts';

export type { RejectedRow } from './catalogImport/read/productGroup.ts';
export type { Counts, ImportNote, ImportReport } from './catalogImport/report.ts';
export type { ImportOptions } from './catalogImport/importCatalog.ts';

export type CatalogImportService = ReturnType<typeof createCatalogImportService>;

/** Brings a merchant's catalogue in from a file. */
export function createCatalogImportService(deps: ImportDeps) {
  return {
    /** @throws as `importCatalog` of its room does. */
    async importCatalog(
      ctx: Context,
      open: () => Readable,
      options: ImportOptions,
    ): Promise<ImportReport> {
      // Most processes never import anything, and need not load what reads and writes.
      const { importCatalog } = await import('./catalogImport/importCatalog.ts');
      return importCatalog(deps, ctx, open, options);
    },

    /**
     * Looks at the beginning of a file: its first bytes and its header.
     * @throws {AppError} file_empty, file_type_refused, import_file_invalid.
     */
    async checkFile(open: () => Readable): Promise<void> {
      const { checkFile } = await import('./catalogImport/read/checkFile.ts');
      await checkFile(open());
    },
  };
}
