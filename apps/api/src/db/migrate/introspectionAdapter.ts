import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { Pool, type FieldDef, type QueryResult } from 'pg';

/** PostgreSQL's internal type "char" of the system catalogues, and `text`. */
const CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * Prisma's adapter for pg, made fit for introspection: the catalogues have columns of the type
 * "char", which adapter-pg 7 refuses and the schema engine wants as characters. The pool shows the
 * adapter such a column as text, and the adapter's answer says what it was.
 * The engine asks one question at a time, so the last result is the one that is answered.
 */
export function introspectionAdapter(url: string): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  close: () => Promise<void>;
} {
  const pool = new Pool({ connectionString: url, max: 2 });
  let charColumns: number[] = [];
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: { text: string; rowMode: 'array' }): Promise<QueryResult> => {
      const result = await query(config);
      charColumns = hideCharColumns(result.fields);
      return result;
    },
  });
  const inner = new PrismaPg(pool);
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => withCharColumns(await inner.connect(), () => charColumns),
    connectToShadowDb: () => inner.connectToShadowDb(),
  };
  return { factory, close: () => pool.end() };
}

function hideCharColumns(fields: FieldDef[]): number[] {
  const indexes = fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
  for (const field of fields) {
    if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
  }
  return indexes;
}

function withCharColumns(
  adapter: SqlDriverAdapter,
  lastCharColumns: () => number[],
): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: async (question: Parameters<SqlDriverAdapter['queryRaw']>[0]) => {
      const result = await queryRaw(question);
      for (const index of lastCharColumns()) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    },
  });
}
