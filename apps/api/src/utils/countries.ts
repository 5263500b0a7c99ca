// The package's main file loads the names in 80 languages, which Node has itself.
import { getAlpha2Codes } from 'i18n-iso-countries/index.js';

/** ISO 3166-1's alpha-3 code of each alpha-2 code; with XK for Kosovo, as carriers and banks write it. */
const alpha3ByCode: ReadonlyMap<string, string> = new Map(
  Object.entries(getAlpha2Codes()).toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** Every country's code, in alphabetical order. */
export const countryCodes: readonly string[] = [...alpha3ByCode.keys()];

/** What people call a country, or a part of it, that its list does not. */
const nicknames: Readonly<Record<string, string>> = {
  EN: 'GB',
  ENGLAND: 'GB',
  'GREAT BRITAIN': 'GB',
  SCOTLAND: 'GB',
  WALES: 'GB',
  'NORTHERN IRELAND': 'GB',
  HOLLAND: 'NL',
  AMERICA: 'US',
  TURKEY: 'TR',
};

const names = new Map<string, Intl.DisplayNames>();

/** Whether the text is the upper-case code of a country. */
export function isCountry(code: string): boolean {
  return alpha3ByCode.has(code);
}

/**
 * A country's name as it is printed on a parcel, usually in English; an unknown code is returned as
 * it is.
 */
export function countryName(code: string, locale = 'en'): string {
  if (!isCountry(code)) return code;
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' });
  names.set(locale, known);
  return (known.of(code) ?? code)
    .replace(/ SAR China$/, '')
    .replace(/^Sonderverwaltungsregion /, '');
}

/** The code that was probably meant: by another spelling, the three-letter code, or the name. */
export function nearestCountry(text: string): string | undefined {
  const wanted = text.trim().toUpperCase();
  if (isCountry(wanted)) return wanted;
  const nickname = Object.hasOwn(nicknames, wanted) ? nicknames[wanted] : undefined;
  if (nickname !== undefined) return nickname;
  const renamed = /^[A-Z]{2}$/.test(wanted) && new Intl.Locale(`und-${wanted}`).region;
  if (renamed && isCountry(renamed)) return renamed;
  return (
    countryCodes.find((code) => alpha3ByCode.get(code) === wanted) ??
    countryCodes.find((code) => countryName(code).toUpperCase() === wanted) ??
    (wanted.length < 4
      ? undefined
      : countryCodes.find((code) => countryName(code).toUpperCase().startsWith(wanted)))
  );
}
