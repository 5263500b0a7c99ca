import { addressesOf, type CountryAddresses, type Region } from './countryData.ts';

/** What of an address is written in one way, however it was typed. */
interface Place {
  country: string;
  region?: string | null | undefined;
  postalCode?: string | null | undefined;
}

/**
 * An address with its postal code and region as its country writes them: `sw1a 1aa` → `SW1A 1AA`,
 * `１５０−０００１` → `150-0001`, `california` → `CA`. What its country does not know stays as it is.
 */
export function tidyAddress<A extends Place>(address: A): A {
  const { country, postalCode, region } = address;
  const addresses = addressesOf(country);
  if (!addresses) return address;
  return {
    ...address,
    ...(postalCode && { postalCode: tidyPostalCode(addresses, postalCode) }),
    ...(region && { region: findRegion(addresses, country, region)?.code ?? region }),
  };
}

/** A postal code in capitals and half-width digits, without what is written before it from abroad. */
export function tidyPostalCode({ postalCode }: CountryAddresses, text: string): string {
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
  return [tidy, bare, shorn].find(isOne) ?? tidy;
}

/** The region that a text names: by its code (`CA`, `US-CA`), or by its name. */
export function findRegion(
  { regions }: CountryAddresses,
  country: string,
  text: string,
): Region | undefined {
  const wanted = text.trim().toUpperCase();
  const code = wanted.startsWith(`${country}-`) ? wanted.slice(country.length + 1) : wanted;
  return (
    regions.find((region) => region.code.toUpperCase() === code) ??
    regions.find(({ name, localName }) =>
      [name, localName].some((candidate) => candidate.toUpperCase() === wanted),
    )
  );
}
