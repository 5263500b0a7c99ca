import { idPage } from '../../db/idPage.ts';
import { withNumbers } from '../../db/withNumbers.ts';
import type { ImportState, RunEnd } from '../../domains/imports.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import type { ImportCounts } from './counts.ts';
import type { ImportsDeps } from './deps.ts';

/** A run that was cut off. What it wrote stays, and the next one reads the file from its beginning. */
interface EarlierRun {
  /** RFC 3339. */
  readonly startedAt: string;
  readonly endedBy: RunEnd;
  readonly report: ImportCounts;
}

export interface CatalogImport {
  readonly id: string;
  readonly uploadId: string | null;
  readonly name: string;
  readonly bytes: number;
  readonly dryRun: boolean;
  readonly fetchPictures: boolean;
  readonly currency: string;
  readonly state: ImportState;
  readonly runs: number;
  /** Of the file, by the run. */
  readonly bytesDone: number;
  readonly report: ImportCounts;
  readonly earlierRuns: readonly EarlierRun[];
  readonly problem: string | null;
  readonly problemDetail: string | null;
  readonly reportKey: string | null;
  readonly cancelRequestedAt: Date | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

interface ImportQuery extends IdListQuery {
  readonly state?: ImportState | undefined;
}

const omit = { storageKey: true, failures: true } as const;

/** @throws {AppError} not_found */
export async function getImport({ db }: Context, id: string): Promise<CatalogImport> {
  const row = await db.prisma.catalogImport.findUnique({ where: { id }, omit });
  if (!row) throw notFound('import');
  return importOf(row);
}

/** A page of imports, newest first. @throws {AppError} invalid_cursor */
export function listImports(
  { cursorSecret }: Pick<ImportsDeps, 'cursorSecret'>,
  { db }: Context,
  query: ImportQuery,
) {
  return readIdPage({ secret: cursorSecret, name: 'imports' }, query, async (range) => {
    const { id, ...page } = idPage(range);
    const where = { id, ...(query.state && { state: query.state }) };
    const rows = await db.prisma.catalogImport.findMany({ where, omit, ...page });
    return rows.map(importOf);
  });
}

/** The database's checks hold the states; the reports are written here alone. */
function importOf(row: Readonly<Record<string, unknown>>): CatalogImport {
  return withNumbers(row) as unknown as CatalogImport;
}
