import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { countryCodes } from '../../utils/countries.ts';

export interface ShopOptions {
  name: string;
  /** The default one. */
  currency: string;
  /** The one that tax and shipping are estimated for until an address is known. */
  country: string;
  paymentProviders: readonly string[];
}

/** What a storefront must know of the shop before it shows anything. */
export interface ShopProfile {
  name: string;
  /** The default one. */
  currency: string;
  /** Those that something has a price in, and the default one. */
  currencies: string[];
  /** The default one. */
  country: string;
  /** Where goods are sent to. */
  countries: string[];
  /** The tax of the default country. */
  pricesIncludeTax: boolean;
  paymentProviders: readonly string[];
}

interface ProfileRow {
  currencies: string[];
  /** Of all zones, and of those with an option that has a price; "*" is everywhere else. */
  zoned: string[];
  served: string[];
  taxInclusive: boolean;
}

/** The currencies are skipped through by the index, since there are few of them and many prices. `country` is the default. */
const selectProfile = statement('shop.profile')<{ country: string }, ProfileRow>(
  `WITH RECURSIVE priced (currency) AS (
    (SELECT currency FROM price_ranges ORDER BY currency LIMIT 1)
    UNION ALL
    SELECT (SELECT r.currency FROM price_ranges r WHERE r.currency > p.currency
      ORDER BY r.currency LIMIT 1)
    FROM priced p WHERE p.currency IS NOT NULL
  )
  SELECT (SELECT coalesce(array_agg(currency), '{}') FROM priced WHERE currency IS NOT NULL)
      AS currencies,
    (SELECT coalesce(array_agg(DISTINCT code), '{}')
      FROM shipping_zones z, unnest(z.countries) AS code) AS zoned,
    (SELECT coalesce(array_agg(DISTINCT code), '{}')
      FROM shipping_zones z, unnest(z.countries) AS code
      WHERE EXISTS (SELECT FROM shipping_options o JOIN shipping_rates r ON r.option_id = o.id
        WHERE o.zone_id = z.id AND o.active)) AS served,
    EXISTS (SELECT FROM tax_rates WHERE country = :country AND region = '' AND inclusive)
      AS "taxInclusive"`,
);

export async function readProfile(
  { name, currency, country, paymentProviders }: ShopOptions,
  ctx: Context,
): Promise<ShopProfile> {
  const [row] = await ctx.db.query(selectProfile, { country });
  const { currencies = [], zoned = [], served = [], taxInclusive = false } = row ?? {};
  return {
    name,
    currency,
    currencies: [...new Set([currency, ...currencies])],
    country,
    countries: countriesServed(zoned, served),
    pricesIncludeTax: taxInclusive,
    paymentProviders,
  };
}

/** "*" is every country that no zone names, whether or not that zone has an option. */
function countriesServed(zoned: readonly string[], served: readonly string[]): string[] {
  const named = new Set(zoned);
  const others = served.includes('*') ? countryCodes.filter((code) => !named.has(code)) : [];
  return [...served.filter((code) => code !== '*'), ...others].toSorted();
}
