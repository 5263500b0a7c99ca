import type { Context } from '../kernel/context.ts';
import { withDeps } from '../utils/withDeps.ts';
import { cancelImport } from './imports/cancelImport.ts';
import { createImport } from './imports/createImport.ts';
import type { ImportsDeps } from './imports/deps.ts';
import { getImport, listImports } from './imports/findImports.ts';
import { purgeImports } from './imports/purgeImports.ts';
import { readReport } from './imports/readReport.ts';
import { isFinal, watchImport } from './imports/watchImport.ts';

export type { CatalogImport } from './imports/findImports.ts';
export type { ReportRow } from './imports/rowReport.ts';
export type ImportsService = ReturnType<typeof createImportsService>;

/** Catalogues that staff import from an uploaded file: a job does it, and writes how far it is. */
export function createImportsService(deps: ImportsDeps) {
  return {
    get: getImport,
    isFinal,
    ...withDeps(deps, {
      create: createImport,
      list: listImports,
      cancel: cancelImport,
      watch: watchImport,
      report: readReport,
      purge: purgeImports,
    }),

    /** @throws as `runImport` of its room does. */
    async run(ctx: Context, id: string): Promise<void> {
      // The job worker alone needs it.
      const { runImport } = await import('./imports/runImport.ts');
      await runImport(deps, ctx, id);
    },
  };
}
