import {
  addressesOf,
  unknownCountry,
  type CountryAddresses,
} from '../../utils/address/countryData.ts';
import { countryName } from '../../utils/countries.ts';

const kinds = {
  N: ['firstName', 'lastName'],
  O: ['company'],
  A: ['line1', 'line2'],
  C: ['city'],
  S: ['region'],
  Z: ['postalCode'],
} as const;

type Letter = keyof typeof kinds;
export type FieldName = (typeof kinds)[Letter][number] | 'phone';

/** What a country calls its field, in English where that is more than the word itself. */
const terms: Readonly<Record<string, string>> = {
  postal: 'Postal code',
  zip: 'ZIP code',
  pin: 'PIN code',
  post_town: 'Town or city',
  do_si: 'Province or city',
};

const labels: Readonly<Partial<Record<FieldName, string>>> = {
  firstName: 'First name',
  lastName: 'Last name',
  line1: 'Address',
  line2: 'Apartment, floor, building',
};

export type CountryForm = ReturnType<typeof countryForm>;

/** A country's address form: its fields in their order, and the regions to choose from. */
export function countryForm(country: string) {
  const addresses = addressesOf(country) ?? unknownCountry;
  const { postalCode, regions } = addresses;
  return {
    code: country,
    name: countryName(country),
    fields: orderOf(addresses).map((name) => fieldOf(name, addresses)),
    lines: linesOf(addresses),
    postalCode: postalCode && { pattern: postalCode.pattern, examples: postalCode.examples },
    regions,
  };
}

function lettersOf(format: string): Letter[] {
  return [...format.matchAll(/%([NOACSZ])/g)].map(([, letter]) => letter as Letter);
}

/** Who it is, and then from line to line as people there write it. */
function orderOf({ format }: CountryAddresses): FieldName[] {
  const letters = lettersOf(format.local);
  const isFamilyFirst = letters.indexOf('N') > letters.indexOf('A');
  const names = isFamilyFirst ? kinds.N.toReversed() : kinds.N;
  const place = letters.filter((letter) => letter !== 'N' && letter !== 'O');
  return [...names, 'company', ...place.flatMap((letter) => kinds[letter]), 'phone'];
}

function fieldOf(name: FieldName, addresses: CountryAddresses) {
  const term = termOf(name, addresses);
  const label = labels[name] ?? terms[term] ?? term.charAt(0).toUpperCase() + term.slice(1);
  return { name, term, label, required: isRequired(name, addresses) };
}

/** The word by which a storefront finds its own label in another language. */
function termOf(name: FieldName, { terms: own }: CountryAddresses): string {
  if (name === 'city') return own.locality_name_type ?? 'city';
  if (name === 'region') return own.state_name_type ?? 'province';
  if (name === 'postalCode') return own.zip_name_type ?? 'postal';
  return name;
}

function isRequired(name: FieldName, { required }: CountryAddresses): boolean {
  if (name === 'firstName' || name === 'lastName' || name === 'line1') return true;
  const letter = (
    { city: 'C', region: 'S', postalCode: 'Z' } as Partial<Record<FieldName, string>>
  )[name];
  return letter !== undefined && required.includes(letter);
}

/** The lines of an address in Latin letters, with the names of members in braces. */
function linesOf({ format }: CountryAddresses): string[] {
  const lines = format.latin
    .replaceAll(/ ?%[DX],?/g, '')
    .split('%n')
    .flatMap((line) => line.replaceAll('%A', '{line1}\n{line2}').split('\n'))
    .map((line) =>
      line.replaceAll(/%([NCOSZ])/g, (_all, letter: Letter) => membersOf(letter)).trim(),
    );
  return [...lines.filter((line) => line !== ''), '{country}'];
}

function membersOf(letter: Letter): string {
  return kinds[letter].map((name) => `{${name}}`).join(' ');
}
