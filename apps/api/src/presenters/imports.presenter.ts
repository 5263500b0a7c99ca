import type { Shown } from '../kernel/route.ts';
import type { CatalogImport, ReportRow } from '../services/imports.service.ts';
import type { importSchema, reportRowSchema } from '../validators/imports.validator.ts';

export function presentImport({
  report,
  reportKey: _kept,
  earlierRuns,
  problem,
  problemDetail,
  createdAt,
  startedAt,
  finishedAt,
  cancelRequestedAt,
  ...rest
}: CatalogImport): Shown<typeof importSchema> {
  return {
    ...rest,
    ...report,
    earlierRuns: earlierRuns.map(({ report: done, ...run }) => ({ ...run, ...done })),
    problem: problem === null ? null : { code: problem, detail: problemDetail ?? '' },
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    cancelRequestedAt: cancelRequestedAt?.toISOString() ?? null,
  };
}

export function presentReportRow(row: ReportRow): Shown<typeof reportRowSchema> {
  return row;
}
