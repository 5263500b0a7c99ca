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
 * Prisma's adapter for pg, adapted to introspection: the catalogues have columns of the type
 * "char", which adapter-pg 7 refuses and the schema engine expects as characters. The pool declares
 * such a column as text to the adapter, and the adapter's answer restores its type. The engine
 * sends one query at a time, so the last result is the one that is answered.
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
