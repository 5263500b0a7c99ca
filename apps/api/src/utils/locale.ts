import Negotiator from 'negotiator';
import { isCountry } from './countries.ts';

/** The languages that the shop has words in. */
export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

/** The longest tag that is kept; those in use have fewer than 20 characters. */
export const MAX_LOCALE_LENGTH = 35;

/** A BCP 47 tag in its usual spelling (`de-at` is `de-AT`); undefined where the text is none. */
export function canonicalLocale(tag: string): string | undefined {
  if (tag.length > MAX_LOCALE_LENGTH) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * The locale that a client prefers by its Accept-Language, among those that the shop has words in;
 * where it has words in none of them, the first. Undefined where it names none.
 */
export function preferredLocale(acceptLanguage: string | undefined): string | undefined {
  if (acceptLanguage === undefined) return undefined;
  const tags = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).languages();
  const locales = tags.map(canonicalLocale).filter((locale) => locale !== undefined);
  return locales.find((locale) => languageOf(locale) !== undefined) ?? locales[0];
}

/**
 * The language and country of a locale, where the shop has words in it. Shoppers choose locales
 * freely; of these there are few, so that formats of each can be kept.
 */
export function plainLocale(locale: string): string | undefined {
  const language = languageOf(locale);
  const region = language && new Intl.Locale(locale).region;
  return region && isCountry(region) ? `${language}-${region}` : language;
}

/** The language of a locale, where the shop has words in it. */
export function languageOf(locale: string): Language | undefined {
  const canonical = canonicalLocale(locale);
  if (canonical === undefined) return undefined;
  return languages.find((language) => language === new Intl.Locale(canonical).language);
}
