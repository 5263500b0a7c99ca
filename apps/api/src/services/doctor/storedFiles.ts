import pLimit from 'p-limit';
import { composedStatement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { storageFailureOf } from '../../ports/fileStoreErrors.ts';
import { errorCode } from '../../utils/errorCode.ts';
import { NAMED_OFFENDERS, type DoctorDeps, type Offender } from './check.ts';
import type { Finding } from './examine.ts';
import { sources, type NamedObjects, type Source } from './fileSources.ts';

/** Questions to the storage at a time, and rows read at a time: they bound the memory. */
const QUESTIONS = 16;
const PAGE = 200;

/** How far the examination is. */
export interface FilesProgress {
  /** Rows. */
  readonly examined: number;
  readonly of: number;
}

export interface FilesOptions {
  /** Told after each page of rows. */
  readonly onProgress?: ((progress: FilesProgress) => void) | undefined;
}

interface Sum {
  examined: number;
  broken: number;
  readonly offenders: Offender[];
}

const head = {
  id: 'K7c',
  title: 'Every file that the database names is in the storage, as long as the database says.',
  fixable: false,
} as const;

const countNamed = composedStatement<Record<string, never>, { count: number }>(
  'doctor.files.count',
  `SELECT ${sources.map(({ sql }) => `(SELECT count(*) FROM (${sql}) s)`).join(' + ')} AS count`,
);

const columns = 'id, key, bytes, derivatives';

/**
 * Asks the storage for each file that a row names, and for its smaller versions, in no snapshot: what is
 * missing is looked up again in its row, which may have been deleted or changed since. Of a smaller
 * version the length is not known: it must have one.
 * @returns `skipped`, with the reason, where the storage could not be asked to the end and nothing is broken.
 */
export async function examineStoredFiles(
  deps: Pick<DoctorDeps, 'storage'>,
  ctx: Context,
  { onProgress }: FilesOptions = {},
): Promise<Finding> {
  const started = performance.now();
  const sum: Sum = { examined: 0, broken: 0, offenders: [] };
  const [total] = await ctx.db.query(countNamed);
  const tell = () => onProgress?.({ examined: sum.examined, of: total?.count ?? 0 });
  let note: string | undefined;
  try {
    for (const source of sources) await examineSource(deps, ctx, source, { sum, tell });
  } catch (error) {
    const failure = storageFailureOf(error);
    if (!failure) throw error;
    note = `The storage could not be asked to the end: ${failure.message}`;
  }
  const unbroken = note === undefined ? 'ok' : 'skipped';
  return {
    ...head,
    ...sum,
    state: sum.broken > 0 ? 'broken' : unbroken,
    ...(note !== undefined && { note }),
    durationMs: performance.now() - started,
  };
}

async function examineSource(
  { storage }: Pick<DoctorDeps, 'storage'>,
  { db }: Context,
  source: Source,
  { sum, tell }: { readonly sum: Sum; readonly tell: () => void },
): Promise<void> {
  const named = `FROM (${source.sql}) AS named (${columns})`;
  const next = composedStatement<{ after: string }, NamedObjects>(
    `doctor.files.${source.name}`,
    `SELECT ${columns} ${named} WHERE id > :after ORDER BY id LIMIT ${PAGE}`,
  );
  const again = composedStatement<{ ids: readonly string[] }, NamedObjects>(
    `doctor.files.${source.name}.again`,
    `SELECT ${columns} ${named} WHERE id = ANY (:ids::text[]) ORDER BY id`,
  );
  for (let after: string | undefined = ''; after !== undefined;) {
    const rows: NamedObjects[] = await db.query(next, { after });
    const suspects = await faultsOf(storage, rows, source);
    const ids = suspects.map(({ id }) => id);
    const left = ids.length === 0 ? [] : await db.query(again, { ids });
    const offenders = await faultsOf(storage, left, source);
    sum.examined += rows.length;
    sum.broken += offenders.length;
    sum.offenders.push(...offenders.slice(0, NAMED_OFFENDERS - sum.offenders.length));
    tell();
    after = rows.length < PAGE ? undefined : rows.at(-1)?.id;
  }
}

/** The rows of which something is missing in the storage. @throws {StorageUnavailableError} */
async function faultsOf(
  storage: DoctorDeps['storage'],
  rows: readonly NamedObjects[],
  { remedy, derivativeRemedy }: Source,
): Promise<Offender[]> {
  const limit = pLimit(QUESTIONS);
  const faultIn = (key: string, bytes: number | null) => limit(() => faultAt(storage, key, bytes));
  const faultOf = async ({ id, key, bytes, derivatives }: NamedObjects) => {
    const [own, ...rest] = await Promise.all([
      faultIn(key, bytes),
      ...derivatives.map((derivative) => faultIn(derivative.key, null)),
    ]);
    const faults = [own, ...rest].filter((fault) => fault !== undefined);
    const [first] = faults;
    if (first === undefined) return [];
    const more = faults.length > 1 ? `, and ${faults.length - 1} more of it` : '';
    return [{ id, wrong: `${first}${more}. ${own === undefined ? derivativeRemedy : remedy}` }];
  };
  try {
    return (await Promise.all(rows.map(faultOf))).flat();
  } finally {
    // After a failure the rest is not asked.
    limit.clearQueue();
  }
}

/** What is wrong with an object. @throws {StorageUnavailableError} */
async function faultAt(
  storage: DoctorDeps['storage'],
  key: string,
  bytes: number | null,
): Promise<string | undefined> {
  try {
    const found = await storage.head(key);
    if (!found) return `${key} is not in the storage`;
    if (bytes !== null && found.bytes !== bytes) {
      return `${key} has ${found.bytes} bytes in the storage, and ${bytes} by its row`;
    }
    return found.bytes === 0 ? `${key} is empty` : undefined;
  } catch (error) {
    // A system call may be refused for this one alone: by the rights of a folder, by a broken disk.
    if (storageFailureOf(error) || errorCode(error) === undefined) throw error;
    return `${key} cannot be read (${String(errorCode(error))})`;
  }
}
