import type { Description } from './describe.ts';

/** The database's description of a statement. */
interface DescribedStatement {
  readonly name: string;
  /** The names of its parameters, in the order of `$1`, `$2` … */
  readonly parameters: readonly string[];
  readonly found: Description;
}

/**
 * The module that gives the compiler the database's types of every statement.
 * @param enums name → labels.
 */
export function renderDescribed(
  statements: readonly DescribedStatement[],
  enums: ReadonlyMap<string, readonly string[]>,
): string {
  const inOrder = statements.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return `// Written by \`npm run sql:types\`, and not by hand.

/** The database's enumerations. */
export interface Enums {
${[...enums].map(([name, labels]) => `${name}: ${labels.map(literal).join(' | ')};`).join('\n')}
}

/** What PostgreSQL says of every statement: the types that it takes and gives. */
export interface Described {
${inOrder.map(entryOf).join('\n')}
}
`;
}

function entryOf({ name, parameters, found }: DescribedStatement): string {
  const taken = parameters.map((key, index) => member(key, found.parameters[index] ?? 'unknown'));
  const given = found.row.map(({ name, type }) => member(name, type));
  return `${literal(name)}: { parameters: { ${taken.join('; ')} }; row: { ${given.join('; ')} } };`;
}

function member(name: string, type: string): string {
  return `${/^\w+$/.test(name) ? name : literal(name)}: ${literal(type)}`;
}

function literal(text: string): string {
  return `'${text}'`;
}
