import { AmountError, parseDecimalAmount, type Money } from '../../../kernel/money.ts';
import { hasPrices, type Column, type Columns, type CurrencyColumn } from './columns.ts';
import { RowError } from '../errors.ts';
import type { PriceDraft } from './productDraft.ts';
import type { Row } from './row.ts';

/**
 * The prices of a variant's row: "Variant Price" in the default currency and "Variant Price / EUR"
 * and so on in others. If a column names the default currency, its value wins. A file without
 * prices may still have compare-at prices.
 * @throws {RowError} for a price that cannot be read exactly, or when the row has none in a file of
 *   prices.
 */
export function readPrices(row: Row, defaultCurrency: string): PriceDraft[] {
  const amounts = new Map<string, number | null>();
  const compareAts = new Map<string, number | null>();
  for (const { kind, currency, index } of priceColumns(row.columns, defaultCurrency)) {
    if (kind === 'cost') continue;
    const read = kind === 'price' ? amounts : compareAts;
    read.set(currency, amountAt(row, index, currency) ?? read.get(currency) ?? null);
  }
  const priced = [...amounts].filter(([, amount]) => amount !== null);
  if (priced.length === 0 && hasPrices(row.columns)) {
    return row.fail('price', 'the variant has no price');
  }
  const unpriced = [...compareAts.keys()].filter((currency) => !amounts.has(currency));
  return [...priced.map(([currency]) => currency), ...unpriced].map((currency) => {
    const compareAt = compareAts.get(currency);
    // Some exports write 0 for "never had another price".
    return {
      currency,
      amount: amounts.get(currency) ?? null,
      compareAt: compareAt === 0 ? null : compareAt,
    };
  });
}

/** The columns with prices, those that name no currency first. */
function priceColumns({ known, currencies }: Columns, defaultCurrency: string): CurrencyColumn[] {
  const plain = (column: Column, kind: CurrencyColumn['kind']): CurrencyColumn[] => {
    const index = known.get(column);
    return index === undefined ? [] : [{ kind, currency: defaultCurrency, index }];
  };
  return [...plain('price', 'price'), ...plain('compareAtPrice', 'compareAt'), ...currencies];
}

/**
 * What the merchant pays for one: "Cost per item" in the default currency, or "Cost per item / EUR";
 * null when all of them are blank.
 * @throws {RowError} for an amount that cannot be read exactly.
 */
export function readCost(row: Row, defaultCurrency: string): Money | null {
  const { known, currencies } = row.columns;
  const own = known.get('cost');
  const columns = [
    ...(own === undefined ? [] : [{ currency: defaultCurrency, index: own }]),
    ...currencies.filter(({ kind }) => kind === 'cost'),
  ];
  for (const { currency, index } of columns) {
    const amount = amountAt(row, index, currency);
    if (amount !== null) return { amount, currency };
  }
  return null;
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
