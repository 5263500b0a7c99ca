import { countryName } from '../countries.ts';
import { addressesOf, unknownCountry, type CountryAddresses } from './countryData.ts';
import { findRegion, tidyPostalCode } from './tidyAddress.ts';

/** An address as it was stored, which may lack anything. */
export interface WrittenAddress {
  firstName?: string | undefined;
  lastName?: string | undefined;
  company?: string | null | undefined;
  line1?: string | undefined;
  line2?: string | null | undefined;
  city?: string | null | undefined;
  region?: string | null | undefined;
  postalCode?: string | null | undefined;
  country?: string | undefined;
}

/** Countries whose addresses show the region's code, and not its name. */
const ABBREVIATING = new Set(['AU', 'BR', 'CA', 'IT', 'US']);
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The lines of an address in its country's own order, ending with the country's name in the locale.
 * Written in the country's own script, an address has the order that belongs to it.
 */
export function formatAddress(address: WrittenAddress, locale = 'en'): string[] {
  const { country = '' } = address;
  const addresses = addressesOf(country) ?? unknownCountry;
  const isLocal = NOT_LATIN.test(`${address.line1 ?? ''}${address.city ?? ''}`);
  const fields = fieldsOf(address, addresses, isLocal);
  const format = withLeftOvers(isLocal ? addresses.format.local : addresses.format.latin, fields);
  const lines = format
    .split('%n')
    .flatMap((line) => write(line, fields).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const name = countryName(country, locale);
  // Hong Kong, Singapore and Monaco are city and country.
  const isSaid = lines.at(-1)?.toUpperCase() === name.toUpperCase();
  return name === '' || isSaid ? lines : [...lines, name];
}

type Fields = ReadonlyMap<string, string>;

function fieldsOf(address: WrittenAddress, addresses: CountryAddresses, isLocal: boolean): Fields {
  const { firstName = '', lastName = '', country = '', company, line1, line2 } = address;
  const names = EAST_ASIAN.test(lastName) ? [lastName, firstName] : [firstName, lastName];
  const city = address.city ?? '';
  // The format has its name already.
  const isCountry =
    !addresses.format.latin.includes('%C') &&
    city.toUpperCase() === countryName(country).toUpperCase();
  const { postalCode } = address;
  return new Map([
    ['N', join(names, ' ')],
    ['O', company ?? ''],
    ['A', join([line1, line2], '\n')],
    ['C', isCountry ? '' : city],
    ['S', regionOf(address, addresses, isLocal)],
    ['Z', postalCode ? tidyPostalCode(addresses, country, postalCode) : ''],
  ]);
}

function regionOf(
  { region, country = '' }: WrittenAddress,
  addresses: CountryAddresses,
  isLocal: boolean,
): string {
  if (!region) return '';
  const known = findRegion(addresses, country, region);
  if (!known) return region;
  if (ABBREVIATING.has(country)) return known.code;
  return isLocal ? known.localName : known.name;
}

/**
 * The format with a place for what it has none for: nothing that helps an address along is left out.
 * Where a postal code leads the mail, a region that the format does not have does not help.
 */
function withLeftOvers(format: string, fields: Fields): string {
  const leftOver = ['C', 'Z', 'S']
    .filter((field) => !format.includes(`%${field}`) && fields.get(field) !== '')
    .filter((field) => field !== 'S' || !format.includes('%Z'))
    // Dubai is in the emirate of Dubai.
    .filter((field) => field !== 'C' || fields.get('C') !== fields.get('S'))
    .map((field) => `%n%${field}`);
  const place = format.includes('%C') ? '%C' : '%A';
  return format.replace(place, [place, ...leftOver].join(''));
}

/** Formats a line with its fields: of the text between two fields, only what both sides need. */
function write(line: string, fields: Fields): string {
  const parts = line.split(/(%[A-Z])/).filter((part) => part !== '');
  const valueOf = (part: string | undefined) =>
    part?.startsWith('%') ? (fields.get(part.slice(1)) ?? '') : undefined;
  const written: string[] = [];
  let isAfterField = false;
  for (const [index, part] of parts.entries()) {
    const value = valueOf(part);
    const precedesNothing = valueOf(parts[index + 1]) === '';
    const followsNothing = index > 0 && valueOf(parts[index - 1]) !== undefined && !isAfterField;
    if (value === '' || (value === undefined && (precedesNothing || followsNothing))) continue;
    written.push(value ?? part);
    isAfterField = value !== undefined;
  }
  return written.join('');
}

function join(parts: readonly (string | null | undefined)[], separator: string): string {
  return parts.filter(Boolean).join(separator);
}
