import { isCurrency } from '../../../kernel/money.ts';
import { CatalogFileError } from '../errors.ts';
import { extraHeaders, headers } from './headers.ts';

export type Column = (typeof headers)[number][0];

/** A further currency's column, "Variant Price / EUR": this project's addition to the format. */
export interface CurrencyColumn {
  kind: 'price' | 'compareAt' | 'cost';
  currency: string;
  index: number;
}

/** Where the file has which column. */
export interface Columns {
  /** All headers as the file writes them, for messages. */
  names: readonly string[];
  known: ReadonlyMap<Column, number>;
  currencies: readonly CurrencyColumn[];
  metafields: readonly { key: string; index: number }[];
  /** What is kept as it is, by the header as the file writes it. */
  extras: readonly { name: string; index: number }[];
  /** Headers that are neither ours nor Shopify's, each once: what they hold is lost. */
  unknown: readonly string[];
}

const columnByHeader = new Map<string, Column>(
  headers.flatMap(([column, names]) => names.map((name) => [name, column] as const)),
);

const CURRENCY_HEADER = /^(variant )?(price|compare[ -]at price|cost per item) \/ ([a-z]{3})$/;
/** "Fabric (product.metafields.custom.fabric)", or only the key. */
const METAFIELD_HEADER = /(?:^|\()product\.metafields\.([^()]+)\)?$/i;

/**
 * Finds our columns in the header, whatever their order, case and padding.
 * @throws {CatalogFileError} when Handle is missing, a column comes twice, or a price column is named
 * after no currency.
 */
export function findColumns(header: readonly string[]): Columns {
  const names = header.map((name) => name.trim().replaceAll(/\s+/g, ' '));
  const known = new Map<Column, number>();
  const currencies: CurrencyColumn[] = [];
  const metafields: { key: string; index: number }[] = [];
  const extras: { name: string; index: number }[] = [];
  const unknown = new Set<string>();
  for (const [index, name] of names.entries()) {
    const column = columnByHeader.get(name.toLowerCase());
    const metafield = METAFIELD_HEADER.exec(name)?.[1];
    const currency = currencyColumn(name, index);
    if (column !== undefined) {
      const earlier = known.get(column);
      if (earlier !== undefined) throw doubled(names[earlier] ?? name, name);
      known.set(column, index);
    } else if (metafield !== undefined) {
      metafields.push({ key: metafield, index });
    } else if (currency !== null) {
      currencies.push(currency);
    } else if (extraHeaders.some((pattern) => pattern.test(name.toLowerCase()))) {
      extras.push({ name, index });
    } else if (name !== '') {
      unknown.add(name);
    }
  }
  requireHandle(known, names);
  return { names, known, currencies, metafields, extras, unknown: [...unknown] };
}

/** Whether the file has prices; one without them can change what is there, and make nothing new. */
export function hasPrices({ known, currencies }: Columns): boolean {
  return known.has('price') || currencies.some(({ kind }) => kind === 'price');
}

function currencyColumn(name: string, index: number): CurrencyColumn | null {
  const match = CURRENCY_HEADER.exec(name.toLowerCase());
  if (match === null) return null;
  const currency = match[3]?.toUpperCase() ?? '';
  if (isCurrency(currency)) return { kind: kindOf(match[2]), currency, index };
  // Without "Variant" the header is Shopify's own and names a market, which may have three letters.
  if (match[1] === undefined) return null;
  throw new CatalogFileError(`The column "${name}" names no ISO 4217 currency.`);
}

function kindOf(what: string | undefined): CurrencyColumn['kind'] {
  if (what === 'price') return 'price';
  return what === 'cost per item' ? 'cost' : 'compareAt';
}

function doubled(first: string, second: string): CatalogFileError {
  return new CatalogFileError(
    first === second
      ? `The column "${first}" appears twice.`
      : `The columns "${first}" and "${second}" mean the same; keep one of them.`,
  );
}

function requireHandle(known: ReadonlyMap<Column, number>, names: readonly string[]): void {
  if (known.has('handle')) return;
  const semicolons = names.length === 1 && names[0]?.includes(';');
  const hint = semicolons ? ' The columns must be separated by commas, not semicolons.' : '';
  throw new CatalogFileError(`The file has no column Handle (or "URL handle").${hint}`);
}
