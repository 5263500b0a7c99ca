import type { SourceFile } from './sources.ts';

/** A file's access to a table, by its SQL or by Prisma. */
interface TableAccess {
  readonly table: string;
  readonly file: string;
  readonly writes: boolean;
}

/** SQL keywords are in capitals, which distinguishes SQL from prose and imports. */
const ACCESS =
  /\b(INSERT INTO|UPDATE|DELETE FROM|FROM|JOIN|USING|ANALYZE)\s+"?([a-z_.]+)"?(?![\w.(])(?:\s+(?:AS\s+)?[a-z_]\w*)?((?:\s*,\s*[a-z_]+(?:\s+(?:AS\s+)?[a-z_]\w*)?)*)/g;
/** What graphile-worker's functions do to its tables; a name in quotation marks is asked for, not called. */
const QUEUE_CALL = /(?<!')\bgraphile_worker\.[a-z_]+(?=\()/g;
const INSERTED = /\binsertSql\(\s*'(\w+)'/g;
const PRISMA = /\bprisma\s*\.(\w+)\s*\.(\w+)\(/g;
const READS = /^(find|count|aggregate|groupBy)/;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/**
 * The tables that an SQL text names; those of the job queue with their schema, and its functions as
 * what is written.
 */
export function tablesIn(
  sql: string,
  tables: ReadonlySet<string>,
): { table: string; writes: boolean }[] {
  const isTable = (name: string) => tables.has(name) || name.startsWith('graphile_worker.');
  const named = [...sql.matchAll(ACCESS)]
    .flatMap(([, keyword = '', first = '', others = '']) => [
      { table: first, writes: /^(INSERT|UPDATE|DELETE)/.test(keyword) },
      ...[...others.matchAll(/,\s*([a-z_]+)/g)].map(([, table = '']) => ({ table, writes: false })),
    ])
    .filter(({ table }) => isTable(table));
  const called = [...sql.matchAll(QUEUE_CALL)].map(([name]) => ({ table: name, writes: true }));
  return [...named, ...called];
}

/**
 * Every access of the sources to tables, by the file of the SQL: a fragment counts for the file that
 * declares it.
 * @param models Prisma's name of a model → its table.
 */
export function tableAccesses(
  sources: readonly SourceFile[],
  models: ReadonlyMap<string, string>,
): TableAccess[] {
  const tables = new Set(models.values());
  return sources.flatMap(({ path: file, text }) => {
    const code = text.replaceAll(COMMENT, '');
    const inserted = [...code.matchAll(INSERTED)].map(([, table = '']) => ({
      table,
      writes: true,
    }));
    const byPrisma = [...code.matchAll(PRISMA)].flatMap(([, model = '', call = '']) => {
      const table = models.get(model);
      return table === undefined ? [] : [{ table, writes: !READS.test(call) }];
    });
    return [...tablesIn(code, tables), ...inserted, ...byPrisma].map((access) => ({
      ...access,
      file,
    }));
  });
}

/** Prisma's name of each model → its table. */
export function modelsOf(schema: string): Map<string, string> {
  return new Map(
    [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, model = '', body = '']) => [
      `${model.charAt(0).toLowerCase()}${model.slice(1)}`,
      /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model,
    ]),
  );
}
