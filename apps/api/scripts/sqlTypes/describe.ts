import type { Client, Connection, Submittable } from 'pg';

/** PostgreSQL's description of a statement, by the protocol's Describe; nothing is executed. */
export interface Description {
  /** Names of types, in the order of `$1`, `$2` …: "text", "order_status", "int8[]". */
  readonly parameters: readonly string[];
  /** A column's type ends with " | null" where it is a nullable column of a table. */
  readonly row: readonly { readonly name: string; readonly type: string }[];
}

interface Field {
  readonly name: string;
  readonly tableID: number;
  readonly columnID: number;
  readonly dataTypeID: number;
}

interface Described {
  readonly parameters: readonly number[];
  readonly fields: readonly Field[];
}

/** Describes one statement after another. @throws {Error} that names an invalid statement. */
export async function describeAll(
  client: Client,
  statements: readonly { readonly name: string; readonly text: string }[],
): Promise<Map<string, Description>> {
  const typeName = await typeNames(client);
  const isNullable = await nullableColumns(client);
  const found = new Map<string, Description>();
  for (const { name, text } of statements) {
    const { parameters, fields } = await describe(client, text).catch((error: unknown) => {
      throw new Error(`The statement ${name} cannot be prepared: ${String(error)}`, {
        cause: error,
      });
    });
    const row = fields.map(({ name, tableID, columnID, dataTypeID }) => {
      const suffix = isNullable(tableID, columnID) ? ' | null' : '';
      return { name, type: `${typeName(dataTypeID)}${suffix}` };
    });
    found.set(name, { parameters: parameters.map(typeName), row });
  }
  return found;
}

/** Enumerations of the database: name → labels. */
export async function readEnums(client: Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ name: string; labels: string[] }>(
    `SELECT t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS labels
     FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
     WHERE t.typnamespace = 'public'::regnamespace
     GROUP BY t.typname ORDER BY t.typname`,
  );
  return new Map(rows.map(({ name, labels }) => [name, labels]));
}

/** Parse and Describe, without a Bind: the driver has no call for that, but accepts any submittable object. */
function describe(client: Client, text: string): Promise<Described> {
  return new Promise((resolve, reject) => {
    let parameters: readonly number[] = [];
    let fields: readonly Field[] = [];
    const keepParameters = ({ dataTypeIDs }: { dataTypeIDs: number[] }) => {
      parameters = dataTypeIDs;
    };
    const submittable = {
      submit(connection: Connection) {
        connection.once('parameterDescription', keepParameters);
        connection.parse({ name: '', text, types: [] }, true);
        connection.describe({ type: 'S', name: '' }, true);
        connection.sync();
      },
      handleRowDescription: (message: { fields: Field[] }) => {
        fields = message.fields;
      },
      handleError(error: Error, connection: Connection) {
        connection.removeListener('parameterDescription', keepParameters);
        reject(error);
      },
      handleReadyForQuery: () => resolve({ parameters, fields }),
    };
    client.query(submittable as Submittable);
  });
}

async function typeNames(client: Client): Promise<(oid: number) => string> {
  const { rows } = await client.query<{ oid: number; name: string }>(
    `SELECT t.oid, CASE WHEN e.oid IS NULL THEN t.typname::text ELSE e.typname || '[]' END AS name
     FROM pg_type t LEFT JOIN pg_type e ON e.typarray = t.oid`,
  );
  const names = new Map(rows.map(({ oid, name }) => [oid, name]));
  return (oid) => names.get(oid) ?? 'unknown';
}

/** Only for tables: PostgreSQL does not report it for a view's columns. */
async function nullableColumns(
  client: Client,
): Promise<(table: number, column: number) => boolean> {
  const { rows } = await client.query<{ table: number; column: number }>(
    `SELECT a.attrelid AS table, a.attnum AS column
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relkind IN ('r', 'p') AND NOT a.attnotnull`,
  );
  const columns = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  return (table, column) => columns.has(`${table}.${column}`);
}
