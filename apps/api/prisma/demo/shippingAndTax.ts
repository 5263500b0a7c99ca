import { composedStatement } from '../../src/db/statement.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { Context } from '../../src/kernel/context.ts';
import { idPrefixes, type IdKind } from '../../src/kernel/ids.ts';

/** Minor units. */
interface Prices {
  USD: number;
  EUR: number;
  JPY: number;
}

interface DemoOption {
  name: string;
  description: string;
  /** One band is a flat rate; each other one begins at its `fromGrams`. */
  bands: { fromGrams: number; prices: Prices }[];
}

interface DemoZone {
  name: string;
  countries: string[];
  options: DemoOption[];
}

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
  ' ',
);

const flat = (USD: number, EUR: number, JPY: number) => [
  { fromGrams: 0, prices: { USD, EUR, JPY } },
];

const zones: DemoZone[] = [
  {
    name: 'United States',
    countries: ['US'],
    options: [
      { name: 'Standard', description: '3 to 5 working days', bands: flat(595, 550, 850) },
      {
        name: 'Express',
        description: '1 to 2 working days, by weight',
        bands: [
          { fromGrams: 0, prices: { USD: 1495, EUR: 1395, JPY: 2200 } },
          { fromGrams: 1_000, prices: { USD: 1995, EUR: 1850, JPY: 2950 } },
          { fromGrams: 5_000, prices: { USD: 3495, EUR: 3250, JPY: 5200 } },
        ],
      },
    ],
  },
  {
    name: 'European Union and United Kingdom',
    countries: [...EU, 'GB'],
    options: [
      { name: 'Standard', description: '2 to 4 working days', bands: flat(549, 499, 800) },
      {
        name: 'Express',
        description: 'Next working day, by weight',
        bands: [
          { fromGrams: 0, prices: { USD: 1395, EUR: 1290, JPY: 2100 } },
          { fromGrams: 2_000, prices: { USD: 2195, EUR: 1990, JPY: 3200 } },
        ],
      },
    ],
  },
  {
    name: 'Japan',
    countries: ['JP'],
    options: [
      { name: 'Standard', description: '2 to 3 days', bands: flat(480, 450, 700) },
      { name: 'Express', description: 'Next day', bands: flat(820, 760, 1200) },
    ],
  },
  {
    name: 'Rest of the world',
    countries: ['*'],
    options: [
      {
        name: 'International',
        description: '7 to 14 days, by weight',
        bands: [
          { fromGrams: 0, prices: { USD: 1995, EUR: 1850, JPY: 2950 } },
          { fromGrams: 2_000, prices: { USD: 3995, EUR: 3700, JPY: 5900 } },
        ],
      },
    ],
  },
];

interface DemoTaxRate {
  country: string;
  region?: string;
  name: string;
  ratePpm: number;
  inclusive: boolean;
  taxesShipping: boolean;
}

const salesTax = (region: string, ratePpm: number, taxesShipping: boolean): DemoTaxRate => ({
  country: 'US',
  region,
  name: 'Sales tax',
  ratePpm,
  inclusive: false,
  taxesShipping,
});
const vat = (country: string, ratePpm: number, name = 'VAT'): DemoTaxRate => ({
  country,
  name,
  ratePpm,
  inclusive: true,
  taxesShipping: true,
});

/** State rates of the United States (local surcharges left out) and standard rates elsewhere, as of 2026. */
const taxRates: DemoTaxRate[] = [
  salesTax('CA', 72_500, false),
  salesTax('FL', 60_000, true),
  salesTax('IL', 62_500, false),
  salesTax('NY', 40_000, true),
  salesTax('OR', 0, false),
  salesTax('TX', 62_500, true),
  salesTax('WA', 65_000, true),
  vat('AT', 200_000, 'USt'),
  vat('BE', 210_000),
  vat('DE', 190_000, 'MwSt'),
  vat('ES', 210_000, 'IVA'),
  vat('FR', 200_000, 'TVA'),
  vat('GB', 200_000),
  vat('IE', 230_000),
  vat('IT', 220_000, 'IVA'),
  vat('JP', 100_000, 'Consumption tax'),
  vat('NL', 210_000, 'btw'),
  vat('PL', 230_000),
  vat('SE', 250_000, 'moms'),
];

interface Rows {
  /** As JSON. */
  readonly rows: string;
}

const putZones = composedStatement<Rows>(
  'demo.zones',
  `INSERT INTO shipping_zones (id, name, countries)
   SELECT id, name, countries FROM json_to_recordset(:rows) AS z(id text, name text, countries text[])
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, countries = excluded.countries`,
);
const putOptions = composedStatement<Rows>(
  'demo.shippingOptions',
  `INSERT INTO shipping_options (id, zone_id, name, description, kind, position)
   SELECT id, "zoneId", name, description, kind, position FROM json_to_recordset(:rows)
     AS o(id text, "zoneId" text, name text, description text, kind shipping_rate_kind, position int)
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description,
     kind = excluded.kind, position = excluded.position`,
);
const putRates = composedStatement<Rows>(
  'demo.shippingRates',
  `INSERT INTO shipping_rates (id, option_id, currency, min_grams, max_grams, amount)
   SELECT id, "optionId", currency, "minGrams", "maxGrams", amount FROM json_to_recordset(:rows)
     AS r(id text, "optionId" text, currency text, "minGrams" int, "maxGrams" int, amount bigint)
   ON CONFLICT (option_id, currency, min_grams)
     DO UPDATE SET max_grams = excluded.max_grams, amount = excluded.amount`,
);
const putTaxRates = composedStatement<Rows>(
  'demo.taxRates',
  `INSERT INTO tax_rates (id, country, region, name, rate_ppm, inclusive, taxes_shipping)
   SELECT id, country, coalesce(region, ''), name, "ratePpm", inclusive, "taxesShipping"
   FROM json_to_recordset(:rows) AS t(id text, country text, region text, name text,
     "ratePpm" int, inclusive boolean, "taxesShipping" boolean)
   ON CONFLICT (country, region) DO UPDATE SET name = excluded.name, rate_ppm = excluded.rate_ppm,
     inclusive = excluded.inclusive, taxes_shipping = excluded.taxes_shipping`,
);

/**
 * Gives the demo shop its shipping zones, options and rates in USD, EUR and JPY, and its tax rates.
 * Can be run again: rows are found by their fixed ids or natural keys and made as they are here.
 */
export async function seedShippingAndTax(ctx: Context): Promise<void> {
  const options = zones.flatMap((zone, zoneIndex) =>
    zone.options.map((option, position) => ({ ...option, position, zoneId: zoneId(zoneIndex) })),
  );
  await inTransaction(ctx, async ({ db }) => {
    await db.execute(putZones, {
      rows: JSON.stringify(
        zones.map(({ name, countries }, index) => ({ id: zoneId(index), name, countries })),
      ),
    });
    await db.execute(putOptions, {
      rows: JSON.stringify(
        options.map(({ bands, ...option }, index) => ({
          ...option,
          id: demoId('shippingOption', index),
          kind: bands.length > 1 ? 'weight' : 'flat',
        })),
      ),
    });
    const rates = options.flatMap(({ bands }, index) =>
      ratesOf(bands, demoId('shippingOption', index)),
    );
    await db.execute(putRates, {
      rows: JSON.stringify(
        rates.map((rate, index) => ({ ...rate, id: demoId('shippingRate', index) })),
      ),
    });
    await db.execute(putTaxRates, {
      rows: JSON.stringify(
        taxRates.map((rate, index) => ({ ...rate, id: demoId('taxRate', index) })),
      ),
    });
  });
}

function ratesOf(bands: DemoOption['bands'], optionId: string) {
  return bands.flatMap(({ fromGrams, prices }, index) =>
    Object.entries(prices).map(([currency, amount]) => ({
      optionId,
      currency,
      minGrams: fromGrams,
      maxGrams: bands[index + 1]?.fromGrams ?? null,
      amount,
    })),
  );
}

const zoneId = (index: number) => demoId('zone', index);

/** An id that is the same at every seeding: the demo's number in the form of any other id. */
function demoId(kind: IdKind, index: number): string {
  return `${idPrefixes[kind]}_${String(index + 1).padStart(26, '0')}`;
}
