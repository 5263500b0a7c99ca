import { currencyExponents } from './currencies.ts';

/** A sum of money: an integer in the currency's minor unit, with its ISO 4217 code. */
export interface Money {
  amount: number;
  currency: string;
}

/** Thrown for an amount or currency that cannot be represented exactly; the message says why. */
export class AmountError extends Error {
  override readonly name = 'AmountError';
}

/** Whether the text is the upper-case code of a currency we know. */
export function isCurrency(code: string): boolean {
  return currencyExponents.has(code);
}

/**
 * The number of decimals of a currency's minor unit by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD.
 * @throws {AmountError} when the currency is unknown.
 */
export function currencyExponent(currency: string): number {
  const exponent = currencyExponents.get(currency);
  if (exponent === undefined) throw new AmountError(`"${currency}" is not an ISO 4217 currency`);
  return exponent;
}

/**
 * Turns a BIGINT of the database into a number of minor units.
 * @throws {AmountError} beyond 2^53 - 1, where a number would no longer be exact.
 */
export function toAmount(value: bigint): number {
  const amount = Number(value);
  if (!Number.isSafeInteger(amount)) throw new AmountError(`${value} is too large an amount`);
  return amount;
}

/**
 * Reads a plain decimal ("4", "4.00", "-0.5") as minor units of the currency, exactly. Decimals
 * beyond the currency's own are accepted only when they are zeros ("100.00" JPY is 100).
 * @throws {AmountError} for other notations, too many decimals, or an amount beyond 2^53 - 1.
 */
export function parseDecimalAmount(text: string, currency: string): number {
  const exponent = currencyExponent(currency);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new AmountError(`"${text}" is not a plain decimal number like 19.99`);
  const [, sign = '', whole = '', written = ''] = match;
  const decimals = written.replace(/(?<!0)0+$/, '');
  if (decimals.length > exponent) {
    throw new AmountError(`"${text}" has more decimals than ${currency} has (${exponent})`);
  }
  const magnitude = BigInt(whole + decimals.padEnd(exponent, '0'));
  return toAmount(sign === '-' ? -magnitude : magnitude);
}

/**
 * The inverse of {@link parseDecimalAmount}: 1999 USD is "19.99", 100 JPY is "100".
 * @throws {AmountError} when the amount is not a safe integer or the currency is unknown.
 */
export function toDecimalString({ amount, currency }: Money): Intl.StringNumericLiteral {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const decimals = digits.slice(digits.length - exponent);
  const text = `${amount < 0 ? '-' : ''}${whole}${decimals && '.'}${decimals}`;
  if (Number.isSafeInteger(amount) && isNumeric(text)) return text;
  throw new AmountError(`${amount} is not a whole amount`);
}

/** The type that Intl requires of its text. */
function isNumeric(text: string): text is Intl.StringNumericLiteral {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** A formatter costs far more than a use of it, and there are few currencies and locales. */
const formatters = new Map<string, Intl.NumberFormat>();

/** The amount for people, e.g. "$19.99"; exact, since Intl reads the text without a float between. */
export function formatMoney(money: Money, locale = 'en'): string {
  return formatterOf(money.currency, locale).format(toDecimalString(money));
}

function formatterOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const digits = currencyExponent(currency);
  const formatter = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formatters.set(key, formatter);
  return formatter;
}

/**
 * Splits `total` minor units in proportion to `weights` by the largest remainder, so that the parts
 * always add up to the total. Ties go to the earlier part. A zero weight gets nothing, unless all
 * are zero: then the parts are equal. A negative total is split as its mirror image.
 * @throws {AmountError} when a number is not a safe integer, a weight is negative, or there are no
 *   weights for a total other than zero.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(total)) throw new AmountError(`${total} is not a whole amount`);
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new AmountError('weights must be whole numbers of zero or more');
  }
  if (weights.length === 0) {
    if (total === 0) return [];
    throw new AmountError('an amount cannot be split into no parts');
  }
  if (total < 0) return allocate(-total, weights).map((part) => (part === 0 ? 0 : -part));

  const shares = weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights;
  const sum = shares.reduce((acc, share) => acc + BigInt(share), 0n);
  const parts = shares.map((share, index) => {
    const exact = BigInt(total) * BigInt(share);
    return { index, amount: exact / sum, remainder: exact % sum };
  });
  let left = BigInt(total) - parts.reduce((acc, part) => acc + part.amount, 0n);
  const byRemainder = parts.toSorted(
    (a, b) =>
      Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.index - b.index,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.amount += 1n;
    left -= 1n;
  }
  return parts.map((part) => Number(part.amount));
}
