import { addressesOf, type CountryAddresses, type Region } from './countryData.ts';
import { codeOfSpelling, plainOf } from './regionSpellings.ts';

/** What of an address is written in one way, however it was typed. */
interface Place {
  country: string;
  region?: string | null | undefined;
  postalCode?: string | null | undefined;
}

/**
 * An address with its postal code and region as its country writes them: `sw1a 1aa` → `SW1A 1AA`,
 * `１５０−０００１` → `150-0001`, `california` and `Calif.` → `CA`. What its country does not know stays as it is.
 */
export function tidyAddress<A extends Place>(address: A): A {
  const { country, postalCode, region } = address;
  const addresses = addressesOf(country);
  if (!addresses) return address;
  return {
    ...address,
    ...(postalCode && { postalCode: tidyPostalCode(addresses, country, postalCode) }),
    ...(region && { region: findRegion(addresses, country, region)?.code ?? region }),
  };
}

/** Codes whose leading zero a spreadsheet has removed, where a number that is shorter can be no other. */
const WITHOUT_ZERO: Readonly<Record<string, RegExp>> = { AU: /^[289]\d\d$/, RO: /^[1-8]\d{4}$/ };

/**
 * A postal code in capitals and half-width digits, with its leading zero, without dots and what is
 * written before it from abroad.
 */
export function tidyPostalCode(
  { postalCode }: CountryAddresses,
  country: string,
  text: string,
): string {
  // Hyphens of other keyboards, and the sign that Japan writes before a code.
  const tidy = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[‐-―−ー]/g, '-');
  if (!postalCode) return tidy;
  const isOne = (code: string) => new RegExp(`^(?:${postalCode.pattern})$`).test(code);
  const prefix = postalCode.prefix.toUpperCase().trim();
  const bare = tidy.replace(/^〒/, '').trim();
  const shorn = bare.startsWith(prefix) ? bare.slice(prefix.length).trim() : bare;
  const dotless = bare.replaceAll('.', '');
  const padded = WITHOUT_ZERO[country]?.test(bare) ? `0${bare}` : bare;
  return [tidy, bare, shorn, dotless, padded].find(isOne) ?? tidy;
}

/** The region that a text names: by its code (`CA`, `US-CA`), its name, or a usual other spelling. */
export function findRegion(
  { regions }: CountryAddresses,
  country: string,
  text: string,
): Region | undefined {
  const wanted = text.trim().toUpperCase();
  const code = wanted.startsWith(`${country}-`) ? wanted.slice(country.length + 1) : wanted;
  const plain = plainOf(code);
  const isNamed = (like: (text: string) => string, sought: string) => (region: Region) =>
    [region.name, region.localName].some((name) => like(name) === sought);
  const hasCode = (sought: string | undefined) => (region: Region) =>
    region.code.toUpperCase() === sought;
  return (
    regions.find(hasCode(code)) ??
    regions.find(isNamed((name) => name.toUpperCase(), wanted)) ??
    regions.find(hasCode(plain)) ??
    regions.find(isNamed(plainOf, plain)) ??
    regions.find(hasCode(codeOfSpelling(country, plain)))
  );
}
