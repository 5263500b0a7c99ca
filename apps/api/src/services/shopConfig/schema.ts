import { z } from 'zod';
import { count, country, flag, percentage, prices, region, text } from './fields.ts';

/** Every country that no zone names. */
const EVERYWHERE_ELSE = '*';

const bandSchema = z.strictObject({ fromGrams: count(), prices: prices() });

const optionSchema = z
  .strictObject({
    name: text(),
    description: text(500).or(z.literal('')).default(''),
    active: flag().default(true),
    /** One price for every weight. */
    prices: prices().optional(),
    /** Prices by weight: each band reaches to the next one. */
    bands: z.array(bandSchema).min(1, 'needs at least one band').optional(),
    /** Parcels of this weight and more are not taken by the last band. */
    belowGrams: count().optional(),
  })
  .check(({ value, issues }) => {
    const problem = (message: string, ...path: (string | number)[]) =>
      issues.push({ code: 'custom', input: value, path, message });
    const { bands } = value;
    if ((value.prices === undefined) === (bands === undefined)) {
      problem('needs either prices (one for every weight) or bands (prices by weight)');
    }
    const limit = value.belowGrams;
    if (limit !== undefined && bands === undefined) problem('requires bands', 'belowGrams');
    bands?.forEach((band, index) => {
      const before = bands[index - 1];
      if (before && band.fromGrams <= before.fromGrams) {
        problem('must be more than in the band before', 'bands', index, 'fromGrams');
      }
      if (limit !== undefined && band.fromGrams >= limit) {
        problem('must be less than belowGrams', 'bands', index, 'fromGrams');
      }
      const lacking = currenciesOf(bands).filter((currency) => !(currency in band.prices));
      if (lacking.length > 0) {
        problem(`lacks ${lacking.join(', ')}, which other bands have`, 'bands', index, 'prices');
      }
    });
  });

const zoneSchema = z.strictObject({
  name: text(),
  countries: z.array(z.literal(EVERYWHERE_ELSE).or(country())).min(1, 'needs at least one country'),
  options: z
    .array(optionSchema)
    .default([])
    .check(unique('name', ({ name }) => [[name, 'name']])),
});

const taxRateSchema = z.strictObject({
  country: country(),
  region: region().or(z.literal('')).default(''),
  name: text(),
  rate: percentage(),
  inclusive: flag(),
  taxesShipping: flag().default(true),
});

const locationSchema = z.strictObject({
  handle: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens'),
  name: text(),
  priority: count().default(0),
});

/** The format of a file. A part that is absent is not changed in the shop. */
export const shopConfigSchema = z
  .strictObject({
    shippingZones: z
      .array(zoneSchema)
      .check(unique('name', ({ name }) => [[name, 'name']]))
      .check(
        unique('country of another zone', ({ countries }) =>
          countries.map((code, index) => [code, 'countries', index]),
        ),
      ),
    taxRates: z
      .array(taxRateSchema)
      .check(
        unique('country and region', (rate) => [[`${rate.country}-${rate.region}`, 'country']]),
      ),
    locations: z
      .array(locationSchema)
      .min(1, 'needs at least one: stock lies somewhere')
      .check(unique('handle', ({ handle }) => [[handle, 'handle']])),
  })
  .partial()
  .refine((file) => Object.keys(file).length > 0, {
    error: 'has none of shippingZones, taxRates and locations',
  });

/** A file after validation; amounts in minor units. */
export type ShopConfig = z.output<typeof shopConfigSchema>;
export type ZoneConfig = z.output<typeof zoneSchema>;
export type OptionConfig = z.output<typeof optionSchema>;

function currenciesOf(bands: readonly { prices: Record<string, number> }[]): string[] {
  return [...new Set(bands.flatMap((band) => Object.keys(band.prices)))];
}

/**
 * A check that no two entries of a list share a key.
 * @param keysOf the keys of an entry, each with its path within the entry.
 */
function unique<Entry>(
  what: string,
  keysOf: (entry: Entry) => [key: string, ...path: (string | number)[]][],
) {
  return ({ value, issues }: z.core.ParsePayload<Entry[]>) => {
    const seen = new Set<string>();
    value.forEach((entry, index) => {
      for (const [key, ...path] of keysOf(entry)) {
        if (seen.has(key)) {
          issues.push({
            code: 'custom',
            input: entry,
            path: [index, ...path],
            message: `is repeated: each ${what} must be unique`,
          });
        }
        seen.add(key);
      }
    });
  };
}
