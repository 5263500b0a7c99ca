import { addressesOf, type CountryAddresses } from './countryData.ts';
import { findRegion, tidyPostalCode } from './tidyAddress.ts';

/** The longest code with its separators; what is longer is no code anywhere. */
const MAX_CODE = 12;

/**
 * Whether a country's post may know a postal code. Refused is only what does not match where addresses
 * need a code: spaces and hyphens may be missing or others, and the country's sign may stand before it.
 */
export function isPlausiblePostalCode(country: string, text: string): boolean {
  const addresses = addressesOf(country);
  if (!addresses?.postalCode || !addresses.required.includes('Z')) return true;
  const { pattern } = addresses.postalCode;
  const isOne = new RegExp(`^(?:${pattern})$`);
  const tidy = tidyPostalCode(addresses, text).trim();
  return spellingsOf(country, tidy).some((spelling) => isOne.test(spelling));
}

/** A code as it may have been meant: with its separators anywhere, and without a sign in front. */
function spellingsOf(country: string, code: string): string[] {
  const bare = code.replaceAll(/[ -]/g, '');
  if (bare.length > MAX_CODE) return [code];
  const unsigned = code.replace(/^[A-Z]{1,3}[ -]+(?=\d)/, '');
  const whole = [bare, unsigned.replaceAll(/[ -]/g, ''), bare.replace(country, '')];
  // Portugal's codes had four digits, which the post still reads.
  if (country === 'PT') whole.push(...whole.map((text) => `${text}000`));
  const parted = whole.flatMap((text) =>
    Array.from(text, (_, at) =>
      [' ', '-'].map((sign) => text.slice(0, at) + sign + text.slice(at)),
    ),
  );
  // Latvia's country sign is a part of its codes.
  const signed = whole.map((text) => `${country}-${text}`);
  return [code, unsigned, ...whole, ...parted.flat(), ...signed];
}

/** What a region is checked for: every text, or what looks like a code, beside known other codes. */
interface RegionRule {
  readonly looksLike: RegExp;
  /** Codes that the data does not have, or no longer. */
  readonly also?: string;
}

/** Countries whose regions are a fixed list. Elsewhere, and by names of other languages, any is accepted. */
const RULES: Readonly<Record<string, RegionRule>> = {
  US: { looksLike: /./, also: 'UM' },
  CA: { looksLike: /./, also: 'PQ NF LB' },
  AU: { looksLike: /./ },
  BR: { looksLike: /^[A-Z]{1,3}$/ },
  // Of two letters there are several systems.
  MX: { looksLike: /^[A-Z]{3}$/, also: 'DIF' },
  IN: { looksLike: /^[A-Z]{1,2}$/, also: 'OD UK CG TS DN DD LA' },
  IT: { looksLike: /^[A-Z]{1,3}$/, also: 'SU VS OG OT CI FO PS' },
  // Provinces and autonomous communities.
  ES: {
    looksLike: /^[A-Z]{1,2}$/,
    also: 'AN AR AS CN CB CL CM CT EX GA IB MD MC NC PV RI VC OU OR GE',
  },
  JP: { looksLike: /^(?:\d{1,3}|[A-Z]{1,2})$/ },
  CN: {
    looksLike: /^(?:\d{1,3}|[A-Z]{1,2})$/,
    also: 'BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ TW HK MO',
  },
};

/** Whether a country may have a region: refused is what is not in the list of those that have one. */
export function isPlausibleRegion(country: string, text: string): boolean {
  const rule = RULES[country];
  const addresses = rule && addressesOf(country);
  if (!addresses) return true;
  const code = withoutAccents(text).trim().toUpperCase().replace(`${country}-`, '');
  if (!rule.looksLike.test(code) || rule.also?.split(' ').includes(code)) return true;
  return isKnown(addresses, country, code);
}

function isKnown(addresses: CountryAddresses, country: string, code: string): boolean {
  const padded = /^\d$/.test(code) ? `0${code}` : code;
  if (findRegion(addresses, country, padded)) return true;
  return addresses.regions.some(({ name }) => withoutAccents(name).toUpperCase() === code);
}

const withoutAccents = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '');
