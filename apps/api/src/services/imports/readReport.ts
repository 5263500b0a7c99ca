import { createInterface } from 'node:readline';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { ImportsDeps } from './deps.ts';
import { getImport } from './findImports.ts';
import type { ReportRow } from './rowReport.ts';
import { isFinal } from './watchImport.ts';

/**
 * All rows of an import's report, in the order of the file, as they are read from the storage.
 * @throws {AppError} not_found; state_conflict while it has not ended.
 */
export async function readReport(
  { storage }: Pick<ImportsDeps, 'storage'>,
  ctx: Context,
  id: string,
): Promise<AsyncIterable<ReportRow>> {
  const found = await getImport(ctx, id);
  if (!isFinal(found)) {
    const message = `The import is ${found.state}. Its report is there once it has ended.`;
    throw new AppError('state_conflict', message);
  }
  if (found.reportKey === null) return rowsOf([]);
  const file = await storage.get(found.reportKey);
  if (!file) throw notFound('report of the import');
  return rowsOf(createInterface({ input: file.stream, crlfDelay: Infinity }));
}

async function* rowsOf(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<ReportRow> {
  for await (const line of lines) yield JSON.parse(line) as ReportRow;
}
