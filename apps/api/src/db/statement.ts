import type { Described } from './described.ts';
import type { Checked, ParametersOf } from './statementTypes.ts';

/** A statement without parameters. */
export type None = Record<string, never>;

/**
 * A prepared statement: parsed and planned once per connection. `Parameters` are the values it takes
 * by name, `Row` is what it gives.
 */
export interface Statement<Parameters extends object, Row extends object> {
  readonly name: string;
  /** With `$1`, `$2` … in the places of the names. */
  readonly text: string;
  /** The names of `$1`, `$2` …, in this order. */
  readonly parameters: readonly string[];
  /** Carries the types; there is nothing in it. */
  readonly carries?: (parameters: Parameters) => Row;
  /** Milliseconds until its answer is no longer waited for, instead of the database's own. */
  readonly query_timeout?: number;
}

/** What a statement is given besides itself: its parameters, or nothing where it has none. */
export type Given<Parameters extends object> = Parameters extends None ? [] : [Parameters];

/** PostgreSQL cuts a longer name short, and takes two that begin alike for the same. */
const MAX_NAME_BYTES = 63;

const registered = new Map<string, Statement<object, object>>();

/** Every statement that the modules loaded so far declare. */
export function registeredStatements(): readonly Statement<object, object>[] {
  return [...registered.values()];
}

/**
 * Declares a prepared statement. A value is written `:name` in its SQL, and given by that name; fragments
 * are put in with `${…}`. int8, and a numeric that is whole (the sum of int8), come back as safe numbers.
 *
 * The types of parameters and columns are written by hand, where they may say more than the database does
 * (the members of JSON, the words of a text), and are compared with what it says: see `npm run sql:types`.
 * `Filled` are columns that may hold null and whose rows the statement leaves out.
 * @throws {Error} for a name that another statement has, or that is too long.
 */
export function statement<Name extends keyof Described>(name: Name) {
  return <
    Parameters extends ParametersOf<Name>,
    Row extends object = object,
    Filled extends keyof Row = never,
  >(
    sql: string & Checked<Name, Parameters, Row, Filled>,
  ): Statement<Parameters, Row> => {
    if (registered.has(name)) throw new Error(`There are two statements ${name}`);
    if (Buffer.byteLength(name) > MAX_NAME_BYTES) throw new Error(`${name} is too long a name`);
    const made = composedStatement<Parameters, Row>(name, sql);
    registered.set(name, made as unknown as Statement<object, object>);
    return made;
  };
}

/**
 * A statement whose text is built at run time. Its types are not compared with the database, so a
 * test must run it.
 * @param name '' is parsed again at every call.
 */
export function composedStatement<Parameters extends object, Row extends object = object>(
  name: string,
  sql: string,
): Statement<Parameters, Row> {
  return { name, ...numbered(sql) };
}

/** What is given by name, in the order of `$1`, `$2` … */
export function valuesOf(
  { parameters }: Pick<Statement<never, object>, 'parameters'>,
  given: object | undefined,
): unknown[] {
  const values = given as Readonly<Record<string, unknown>>;
  return parameters.map((name) => values[name]);
}

/**
 * Strings, quoted names and comments, which are left alone, or a parameter. `::type`, `:=` and the bounds
 * of a slice (`[1:n]`) are none: a parameter's colon stands behind neither a word nor a bracket's end.
 */
const TOKEN =
  /(\$\w*\$)[\s\S]*?\1|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|(?<![\w:\])]):([A-Za-z]\w*)/g;

/** Turns `:name` into `$n`; a name that comes again has the same number. */
function numbered(sql: string): { text: string; parameters: string[] } {
  const parameters: string[] = [];
  const text = sql.replaceAll(TOKEN, (token: string, _quote: unknown, name: string | undefined) => {
    if (name === undefined) return token;
    const known = parameters.indexOf(name);
    return `$${known === -1 ? parameters.push(name) : known + 1}`;
  });
  return { text, parameters };
}
