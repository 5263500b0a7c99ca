import { toDecimalString } from '../../kernel/money.ts';
import type { LocationRow, OptionRow, TaxRateRow, ZoneRow } from './rows.ts';

// What a row says, in words for people: what is alike here is alike, and a difference is shown so.

/** What is said of a row, by what it is about. */
export type Facts = Readonly<Record<string, string>>;

export const zoneFacts = ({ countries }: Pick<ZoneRow, 'countries'>): Facts => ({
  countries: countries.toSorted().join(' '),
});

export function optionFacts(option: Omit<OptionRow, 'id' | 'zoneId'>): Facts {
  const rates = option.rates.map((rate): [string, string] => [
    `${rate.currency} ${weightsOf(rate)}`.trim(),
    toDecimalString(rate),
  ]);
  return {
    ...(option.description !== '' && { description: option.description }),
    ...(option.kind === 'weight' && { kind: 'by weight' }),
    place: String(option.position + 1),
    ...(!option.active && { active: 'no' }),
    ...Object.fromEntries(rates.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function weightsOf({ minGrams, maxGrams }: { minGrams: number; maxGrams: number | null }): string {
  const from = minGrams === 0 && maxGrams === null ? '' : `from ${minGrams} g`;
  return maxGrams === null ? from : `${from} below ${maxGrams} g`;
}

export const taxRateFacts = (rate: Omit<TaxRateRow, 'id'>): Facts => ({
  name: rate.name,
  rate: `${rate.ratePpm / 10_000} %`,
  prices: rate.inclusive ? 'contain it' : 'do not contain it',
  shipping: rate.taxesShipping ? 'taxed' : 'not taxed',
});

export const locationFacts = ({ name, priority }: Omit<LocationRow, 'id'>): Facts => ({
  name,
  priority: String(priority),
});
