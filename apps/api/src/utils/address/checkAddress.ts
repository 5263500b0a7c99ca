import { addressesOf } from './countryData.ts';
import { plainOf } from './regionSpellings.ts';
import { findRegion, tidyPostalCode } from './tidyAddress.ts';

/** The longest code with its separators; what is longer is no code anywhere. */
const MAX_CODE = 12;

/**
 * Whether a country's post may know a postal code. Refused is only what does not match where addresses
 * need a code: spaces, hyphens and dots may be missing or others, the country's sign or name may stand
 * before it, and France's CEDEX after it.
 */
export function isPlausiblePostalCode(country: string, text: string): boolean {
  const addresses = addressesOf(country);
  if (!addresses?.postalCode || !addresses.required.includes('Z')) return true;
  const { pattern } = addresses.postalCode;
  const isOne = new RegExp(`^(?:${pattern})$`);
  const tidy = tidyPostalCode(addresses, country, text).trim();
  return spellingsOf(country, tidy).some((spelling) => isOne.test(spelling));
}

/** A code as it may have been meant: with its separators anywhere, and without a sign in front. */
function spellingsOf(country: string, text: string): string[] {
  const code = text.replaceAll('.', '').replace(/ CEDEX(?: ?\d{1,2})?$/, '');
  const unsigned = code.replace(/^[A-Z]+[ -]*(?=\d)/, '');
  const whole = [code, unsigned, code.replace(country, '')]
    .map((spelling) => spelling.replaceAll(/[ -]/g, ''))
    .filter(({ length }) => length <= MAX_CODE);
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

/** What looks like a code, as `plainOf` writes it, and known codes that the data does not have, or no longer. */
interface RegionRule {
  readonly looksLike: RegExp;
  readonly also?: string;
}

/** Countries whose codes are a fixed list. Elsewhere any region is accepted, and everywhere what is longer. */
const RULES: Readonly<Record<string, RegionRule>> = {
  US: { looksLike: /^[A-Z\d]{2,3}$/, also: 'UM CM NB' },
  CA: { looksLike: /^[A-Z\d]{2,3}$/ },
  AU: { looksLike: /^[A-Z\d]{2,3}$/ },
  BR: { looksLike: /^[A-Z]{2}$/ },
  // Of two letters there are several systems. CHI is Chiapas to some, and Chihuahua to others.
  MX: { looksLike: /^[A-Z]{3}$/, also: 'CHI' },
  IN: { looksLike: /^[A-Z]{2}$/, also: 'OD UK UA CG TS DN DD' },
  // Three letters are regions (LOM), which are above the provinces.
  IT: { looksLike: /^[A-Z]{2}$/, also: 'VS OG OT CI FO PS' },
  // Provinces and autonomous communities.
  ES: {
    looksLike: /^[A-Z]{1,2}$/,
    also: 'AN AR AS CN CB CL CM CT EX GA IB MD MC NC PV RI VC OU GE',
  },
  JP: { looksLike: /^(?:\d{1,3}|[A-Z]{2})$/ },
  CN: {
    looksLike: /^(?:\d{1,3}|[A-Z]{2})$/,
    also: 'BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ TW HK MO',
  },
};

/** Whether a country may have a region: refused is what looks like a code and is none of its codes. */
export function isPlausibleRegion(country: string, text: string): boolean {
  const rule = RULES[country];
  const addresses = rule && addressesOf(country);
  if (!addresses) return true;
  const code = plainOf(
    text
      .trim()
      .toUpperCase()
      .replace(new RegExp(`^${country}-`), ''),
  );
  if (!rule.looksLike.test(code) || rule.also?.split(' ').includes(code)) return true;
  const padded = /^\d$/.test(code) ? `0${code}` : code;
  return findRegion(addresses, country, padded) !== undefined;
}
