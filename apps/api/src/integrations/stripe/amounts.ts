import { AmountError, currencyExponent, type Money } from '../../kernel/money.ts';

/**
 * Where Stripe counts in another unit than ISO 4217 (https://docs.stripe.com/currencies, "Minor
 * units in API amounts"): ISK and UGX are written with two decimals that must be zeros, and the
 * ariary without the fifths that ISO gives it. (HUF and TWD are exceptions for payouts alone; a
 * charge takes their two decimals.)
 */
const stripeExponents: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** A three-decimal amount must end in 0, for the sake of Stripe's partners. */
const THREE_DECIMAL_STEP = 10;

/**
 * The largest amount, not above the given one, that Stripe can charge: 5.129 KWD becomes 5.120.
 * Rounds down rather than to the nearest, so that no one is charged more than the total.
 */
export function chargeable(money: Money): Money {
  const step = stepOf(money.currency);
  return { ...money, amount: money.amount - (money.amount % step) };
}

/**
 * The least that Stripe charges in a currency, in our minor units, where it names a sum
 * (https://docs.stripe.com/currencies, "Minimum and maximum charge amounts", as of 2026). It
 * compares after conversion into the currency of the account, so that a sum above this may still be
 * refused by Stripe itself.
 */
const minimums: Readonly<Record<string, number>> = {
  AED: 200,
  AUD: 50,
  BGN: 100,
  BRL: 50,
  CAD: 50,
  CHF: 50,
  CZK: 1500,
  DKK: 250,
  EUR: 50,
  GBP: 30,
  HKD: 400,
  HUF: 17_500,
  INR: 50,
  JPY: 50,
  MXN: 1000,
  MYR: 200,
  NOK: 300,
  NZD: 50,
  PLN: 200,
  RON: 200,
  SEK: 300,
  SGD: 50,
  THB: 1000,
  USD: 50,
};

/** The least that Stripe is known to charge in a currency: what is below it will be refused. */
export function minimumCharge(currency: string): Money {
  return { amount: minimums[currency] ?? stepOf(currency), currency };
}

/**
 * The maximum charge of a currency, in Stripe's minor units: eight digits, except for these
 * (https://docs.stripe.com/currencies, "Maximum charge amounts", as of 2026). Some cards and other
 * methods have lower limits, which only Stripe knows.
 */
const DEFAULT_MAXIMUM = 99_999_999;
const maximums: Readonly<Record<string, number>> = {
  INR: 999_999_999,
  COP: 9_999_999_999,
  HUF: 9_999_999_999,
  JPY: 9_999_999_999,
  LBP: 99_999_999_999,
  IDR: 999_999_999_999,
};

/** The most that Stripe is known to charge in a currency at once: what is above it will be refused. */
export function maximumCharge(currency: string): Money {
  const decimals = currencyExponent(currency) - stripeExponent(currency);
  const most = maximums[currency] ?? DEFAULT_MAXIMUM;
  const amount = decimals < 0 ? Math.floor(most / 10 ** -decimals) : most * 10 ** decimals;
  return chargeable({ amount, currency });
}

/**
 * Our amount as Stripe wants it.
 * @throws {AmountError} when Stripe cannot charge it exactly; see {@link chargeable}.
 */
export function toStripeAmount({ amount, currency }: Money): number {
  if (amount % stepOf(currency) !== 0) {
    throw new AmountError(`Stripe cannot charge ${amount} ${currency} exactly`);
  }
  return shift(amount, stripeExponent(currency) - currencyExponent(currency));
}

/**
 * Stripe's amount as ours; its currency codes are in lower case.
 * @throws {AmountError} for a fraction of our minor unit, or beyond 2^53 - 1.
 */
export function fromStripeAmount(amount: number, stripeCurrency: string): Money {
  const currency = stripeCurrency.toUpperCase();
  const ours = shift(amount, currencyExponent(currency) - stripeExponent(currency));
  return { amount: ours, currency };
}

/** The smallest step of an amount that Stripe can charge, in our minor units. */
function stepOf(currency: string): number {
  const exponent = currencyExponent(currency);
  if (exponent === 3) return THREE_DECIMAL_STEP;
  return 10 ** Math.max(0, exponent - stripeExponent(currency));
}

function stripeExponent(currency: string): number {
  return stripeExponents[currency] ?? currencyExponent(currency);
}

/** Multiplies by a power of ten that may be negative, exactly. */
function shift(amount: number, decimals: number): number {
  const shifted = decimals >= 0 ? amount * 10 ** decimals : amount / 10 ** -decimals;
  if (!Number.isSafeInteger(shifted)) throw new AmountError(`${amount} has no exact equivalent`);
  return shifted;
}
