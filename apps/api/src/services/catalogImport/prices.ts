import { AmountError, parseDecimalAmount } from '../../utils/money.ts';
import { hasPrices, type Column } from './columns.ts';
import { RowError } from './errors.ts';
import type { PriceDraft } from './productDraft.ts';
import type { Row } from './row.ts';

/**
 * The prices of a variant's row: "Variant Price" in the default currency and "Variant Price / EUR"
 * and so on in others. Should a column name the default currency, its value is the one that counts.
 * In a file without prices, those before a reduction stand alone.
 * @throws {RowError} for a price that cannot be read exactly, or when the row has none in a file of prices.
 */
export function readPrices(row: Row, defaultCurrency: string): PriceDraft[] {
  const amounts = new Map<string, number>();
  const compareAts = new Map<string, number>();
  const base = readAmount(row, 'price', defaultCurrency);
  const baseCompareAt = readAmount(row, 'compareAtPrice', defaultCurrency);
  if (base !== null) amounts.set(defaultCurrency, base);
  if (baseCompareAt !== null) compareAts.set(defaultCurrency, baseCompareAt);
  for (const { kind, currency, index } of row.columns.currencies) {
    const amount = amountAt(row, index, currency);
    if (amount !== null) (kind === 'price' ? amounts : compareAts).set(currency, amount);
  }
  if (amounts.size === 0 && hasPrices(row.columns)) {
    return row.fail('price', 'the variant has no price');
  }
  const currencies = new Set([...amounts.keys(), ...currenciesOfCompareAt(row, defaultCurrency)]);
  return [...currencies].map((currency) => ({
    currency,
    amount: amounts.get(currency) ?? null,
    // Some exports write 0 for "never had another price".
    compareAt: compareAts.get(currency) || null,
  }));
}

/** Those of which the file has the price before a reduction, and no price. */
function currenciesOfCompareAt({ columns }: Row, defaultCurrency: string): string[] {
  const named = (kind: 'price' | 'compareAt') =>
    columns.currencies.filter((column) => column.kind === kind).map(({ currency }) => currency);
  const priced = new Set([
    ...(columns.known.has('price') ? [defaultCurrency] : []),
    ...named('price'),
  ]);
  const before = [
    ...(columns.known.has('compareAtPrice') ? [defaultCurrency] : []),
    ...named('compareAt'),
  ];
  return before.filter((currency) => !priced.has(currency));
}

/** The cell in minor units of the currency; null when blank. */
export function readAmount(row: Row, column: Column, currency: string): number | null {
  const index = row.columns.known.get(column);
  return index === undefined ? null : amountAt(row, index, currency);
}

function amountAt(row: Row, index: number, currency: string): number | null {
  const text = row.textAt(index);
  if (text === '') return null;
  const column = row.columns.names[index];
  const amount = parse(text, currency, column);
  if (amount < 0) throw new RowError(`"${text}" is below zero`, column);
  return amount;
}

/** "1,299.00" can only be read one way; "1,299" and "4,50" cannot, and money is not guessed. */
const GROUPED = /^\d{1,3}(?:,\d{3})+\.\d+$/;

function parse(text: string, currency: string, column: string | undefined): number {
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  if (plain.includes(',')) {
    const reason = `"${text}" is ambiguous: write 1299.00, with a point and no separators`;
    throw new RowError(reason, column);
  }
  try {
    return parseDecimalAmount(plain, currency);
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    throw new RowError(error.message, column);
  }
}
