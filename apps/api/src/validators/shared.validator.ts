import { z } from 'zod';
import { isPlausiblePostalCode, isPlausibleRegion } from '../utils/address/checkAddress.ts';
import { addressesOf } from '../utils/address/countryData.ts';
import { tidyAddress } from '../utils/address/tidyAddress.ts';
import { countryName, isCountry, nearestCountry } from '../utils/countries.ts';
import { nearestCurrency } from '../kernel/currencies.ts';
import { parseEmail } from '../utils/emailAddress.ts';
import { canonicalLocale, MAX_LOCALE_LENGTH } from '../utils/locale.ts';
import { idPattern, idPrefixes, type IdKind } from '../kernel/ids.ts';
import { isCurrency } from '../kernel/money.ts';
import { isBlank, visibleOf, stripInvisible } from '../utils/plainText.ts';

/** The schema of one kind of id. */
export function idSchema(kind: IdKind) {
  return z.string().regex(idPattern(kind), `must be an id that starts with "${idPrefixes[kind]}_"`);
}

export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: 'must be an ISO 4217 code in capitals, such as USD', abort: true })
  .refine(isCurrency, {
    error: ({ input }) =>
      `is not a currency of ISO 4217${didYouMean(nearestCurrency(String(input)))}`,
  })
  .meta({ id: 'Currency', description: 'ISO 4217 code.', example: 'USD' });

/** An amount in an answer. */
const amountSchema = z.int().meta({
  description: "Amount in the currency's minor unit (cents for USD, yen for JPY).",
  example: 1999,
});

export const moneySchema = z.object({ amount: amountSchema, currency: currencySchema }).meta({
  id: 'Money',
  description: 'An amount of money.',
  example: { amount: 1999, currency: 'USD' },
});

export const timestampSchema = z.iso
  .datetime({
    error: 'must be a time of RFC 3339 in UTC, such as 2026-01-31T09:30:00.000Z',
    abort: true,
  })
  .meta({ description: 'RFC 3339, UTC.', example: '2026-01-31T09:30:00.000Z' });

const SEEN = 'must contain visible characters';

/**
 * Text from outside: bounded, trimmed, without control characters (PostgreSQL cannot store U+0000)
 * and without invisible characters that pasting adds.
 */
export function textSchema(max: number, min = 1) {
  return z
    .string()
    .overwrite(stripInvisible)
    .trim()
    .min(min)
    .max(max)
    .refine(
      (text) => !/\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, '')),
      'must not contain control characters',
    )
    .refine((text) => text === '' || !isBlank(text), SEEN);
}

/** Why staff do something by hand. */
export const reasonSchema = textSchema(500, 3).meta({
  description: 'The reason, for the audit log.',
});

/** Characters that start a new line where the text is shown. */
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029]/u;

/**
 * Text of one line, such as a name in a mail or on a parcel label: bounded, trimmed, without
 * invisible characters that pasting adds.
 * @param tidy removes invisible characters.
 */
export function lineSchema(max: number, tidy: (text: string) => string = stripInvisible) {
  return z
    .string()
    .overwrite(tidy)
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !NOT_IN_A_LINE.test(text), 'must be one line, without control characters')
    .refine((text) => text === '' || !isBlank(text), SEEN);
}

/** A first or last name. */
export const nameSchema = lineSchema(100);

/** A locale in its usual spelling. */
export const localeSchema = z
  .string()
  .max(MAX_LOCALE_LENGTH, { abort: true })
  .overwrite((tag) => canonicalLocale(tag) ?? tag)
  .refine((tag) => canonicalLocale(tag) !== undefined, 'must be a locale (BCP 47), such as de-DE');

/** An e-mail address in the one spelling that we store (see parseEmail). */
export const emailSchema = z
  .string()
  .max(1000)
  .overwrite(visibleOf)
  .trim()
  .overwrite((text) => parseEmail(text) ?? text)
  .refine((text) => parseEmail(text) !== undefined, 'must be an e-mail address')
  .meta({
    description:
      'What `<input type="email">` accepts, up to 254 characters; the domain may use any script. Stored in lower case.',
    example: 'ada@example.com',
  });

/** Suggests the code that was probably meant. */
function didYouMean(code: string | undefined): string {
  return code === undefined ? '' : `; did you mean ${code}?`;
}

/** A country code, see utils/countries.ts. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, {
    error: 'must be an ISO 3166-1 alpha-2 code in capitals, such as DE',
    abort: true,
  })
  .refine(isCountry, {
    error: ({ input }) =>
      `is not a country of ISO 3166-1${didYouMean(nearestCountry(String(input)))}`,
  })
  .meta({ description: 'ISO 3166-1 alpha-2, or XK for Kosovo.', example: 'US' });

const exampleAddress = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  line1: '12 Analytical Row',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201',
  country: 'US',
};

function isRequired(country: string, field: 'C' | 'Z'): boolean {
  return addressesOf(country)?.required.includes(field) ?? false;
}

/** Checked whatever else is wrong with the address, so that one answer lists every error. */
function checked(name: 'city' | 'postalCode' | 'region', message: (country: string) => string) {
  return {
    path: [name],
    error: ({ input }: { input?: unknown }) => message(String(Object(input).country)),
    when: ({ value, issues }: z.core.ParsePayload) =>
      typeof value === 'object' && value !== null && !issues.some(({ path }) => path?.[0] === name),
  };
}

const isNeeded = (country: string) => `is required in ${countryName(country)}`;

function isNoCode(country: string): string {
  const [example = ''] = addressesOf(country)?.postalCode?.examples ?? [];
  return `is not a postal code of ${countryName(country)}, which is written like ${example}`;
}

function isNoRegion(country: string): string {
  const [region] = addressesOf(country)?.regions ?? [];
  const example = `${region?.code ?? ''} for ${region?.name ?? ''}`;
  return `is not a region of ${countryName(country)}: send a code such as ${example} (GET /countries/${country})`;
}

/** An address as clients send it, with the fields that its country requires. */
export const addressInputSchema = z
  .strictObject({
    firstName: lineSchema(100),
    lastName: lineSchema(100),
    company: lineSchema(200).nullish(),
    line1: lineSchema(200),
    line2: lineSchema(200).nullish(),
    city: lineSchema(100).nullish().meta({
      description: 'Required in nearly every country.',
    }),
    region: lineSchema(100).nullish().meta({
      description:
        'State, province or prefecture: the part of its ISO 3166-2 code after the hyphen (`CA`), which determines tax. A known name or abbreviation (`California`, `Calif.`) is stored as its code; see `GET /countries/{code}`. Where a country’s codes are a fixed list, what looks like a code and is none is refused; a longer text is not.',
    }),
    postalCode: lineSchema(20, visibleOf).nullish().meta({
      description:
        'Required in countries whose addresses need a postal code. There it must match the country’s pattern, whose spaces and hyphens may be missing, and dots are ignored; elsewhere any is accepted. Stored in capitals.',
    }),
    country: countrySchema,
    phone: lineSchema(40, visibleOf).nullish(),
  })
  .refine(({ city, country }) => !isRequired(country, 'C') || city, checked('city', isNeeded))
  .refine(
    ({ postalCode, country }) => !isRequired(country, 'Z') || postalCode,
    checked('postalCode', isNeeded),
  )
  .refine(
    ({ postalCode, country }) => !postalCode || isPlausiblePostalCode(country, postalCode),
    checked('postalCode', isNoCode),
  )
  .refine(
    ({ region, country }) => !region || isPlausibleRegion(country, region),
    checked('region', isNoRegion),
  )
  .transform((address) => tidyAddress(address))
  .meta({ id: 'AddressInput', description: 'A postal address.', example: exampleAddress });

/** An address in an answer. */
export const addressSchema = z
  .object({
    firstName: z.string(),
    lastName: z.string(),
    company: z.string().nullish(),
    line1: z.string(),
    line2: z.string().nullish(),
    city: z.string().nullish(),
    region: z.string().nullish(),
    postalCode: z.string().nullish(),
    country: countrySchema,
    phone: z.string().nullish(),
  })
  .meta({ id: 'Address', description: 'A postal address.', example: exampleAddress });

const LIMIT = 'must be a whole number from 1 to 100';

/**
 * A whole number in a query, from digits only: JavaScript reads 1e2, 0x10, " 5" and a list of one
 * number as numbers too.
 * @param message what the parameter must be.
 */
export function wholeNumberSchema(min: number, max: number, message: string) {
  const read = (value: unknown): unknown =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return z.preprocess(
    read,
    z.int({ error: message, abort: true }).min(min, message).max(max, message),
  );
}

/** `limit` of every list. */
export const limitSchema = wholeNumberSchema(1, 100, LIMIT)
  .default(20)
  .meta({
    description: 'The maximum number of items to return.',
    example: 20,
    // Zod omits the default from the document, since the text is checked before its type.
    override: ({ jsonSchema }) => void (jsonSchema.default = 20),
  });

export const cursorSchema = z
  .string()
  .min(1)
  .max(2000)
  // Printable ASCII, as issued. Anything else, percent-encoded, could exceed what an HTTP server
  // reads.
  .regex(/^[\x20-\x7e]*$/, 'must be a cursor from an earlier answer')
  .meta({ description: 'An opaque cursor from `meta.nextCursor` or `meta.prevCursor`.' });

/** `meta` of every list. */
export const pageMetaSchema = z
  .object({
    limit: z.int(),
    hasMore: z.boolean(),
    nextCursor: z.string().nullable(),
    prevCursor: z.string().nullable(),
    total: z.int().optional().meta({ description: 'Only with `count=true`.' }),
  })
  .meta({ id: 'PageMeta', description: 'The position of this page in its list.' });

/** The conditions of a request (RFC 9110). */
export const ifNoneMatchSchema = z.object({
  'if-none-match': z.string().max(1000).optional(),
});
export const ifMatchSchema = z.object({ 'if-match': z.string().max(1000).optional() });
