import { z } from 'zod';
import { addressesOf } from '../utils/address/countryData.ts';
import { tidyAddress } from '../utils/address/tidyAddress.ts';
import { countryName, isCountry, nearestCountry } from '../utils/countries.ts';
import { nearestCurrency } from '../kernel/currencies.ts';
import { parseEmail } from '../utils/emailAddress.ts';
import { canonicalLocale, MAX_LOCALE_LENGTH } from '../utils/locale.ts';
import { idPattern, idPrefixes, type IdKind } from '../kernel/ids.ts';
import { isCurrency } from '../kernel/money.ts';
import { isBlank, visibleOf, withoutStowaways } from '../utils/plainText.ts';

/** An id of one kind, described for the document. */
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
export const amountSchema = z.int().meta({
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

const SEEN = 'must hold something that can be seen';

/**
 * Text from outside: bounded, no control characters (PostgreSQL cannot store U+0000), trimmed, and
 * without what pasting brought along unseen.
 */
export function textSchema(max: number, min = 1) {
  return z
    .string()
    .overwrite(withoutStowaways)
    .trim()
    .min(min)
    .max(max)
    .refine(
      (text) => !/\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, '')),
      'must not hold control characters',
    )
    .refine((text) => text === '' || !isBlank(text), SEEN);
}

/** What would begin a new line where the text is shown. */
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029]/u;

/**
 * Text of a single line, as it stands in a mail or on a parcel: bounded, trimmed, without what
 * pasting brought along unseen.
 * @param tidy takes what is not seen out of it.
 */
export function lineSchema(max: number, tidy: (text: string) => string = withoutStowaways) {
  return z
    .string()
    .overwrite(tidy)
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !NOT_IN_A_LINE.test(text), 'must be one line, without control characters')
    .refine((text) => text === '' || !isBlank(text), SEEN);
}

/** An address to write to, in the one spelling we keep (see parseEmail). */
/** Kept in its usual spelling. */
export const localeSchema = z
  .string()
  .max(MAX_LOCALE_LENGTH, { abort: true })
  .overwrite((tag) => canonicalLocale(tag) ?? tag)
  .refine((tag) => canonicalLocale(tag) !== undefined, 'must be a locale (BCP 47), such as de-DE');

export const emailSchema = z
  .string()
  .max(1000)
  .overwrite(visibleOf)
  .trim()
  .overwrite((text) => parseEmail(text) ?? text)
  .refine((text) => parseEmail(text) !== undefined, 'must be an e-mail address')
  .meta({
    description:
      'What `<input type="email">` takes, of at most 254 characters; its domain may be in letters of any script. Kept in lower case.',
    example: 'ada@example.com',
  });

/** What may have been meant by a code that is none. */
function didYouMean(code: string | undefined): string {
  return code === undefined ? '' : `; did you mean ${code}?`;
}

/** A country's code, see utils/countries.ts. */
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

/** Judged whatever else is wrong with the address, so that everything is told at once. */
function whereNeeded(name: 'city' | 'postalCode') {
  return {
    path: [name],
    error: ({ input }: { input?: unknown }) =>
      `is needed in ${countryName(String(Object(input).country))}`,
    when: ({ value, issues }: z.core.ParsePayload) =>
      typeof value === 'object' && value !== null && !issues.some(({ path }) => path?.[0] === name),
  };
}

/** An address as it is given: with what its country's addresses cannot do without. */
export const addressInputSchema = z
  .strictObject({
    firstName: lineSchema(100),
    lastName: lineSchema(100),
    company: lineSchema(200).nullish(),
    line1: lineSchema(200),
    line2: lineSchema(200).nullish(),
    city: lineSchema(100).nullish().meta({
      description: 'Needed where addresses have one, which is nearly everywhere.',
    }),
    region: lineSchema(100).nullish().meta({
      description:
        'State, province, prefecture: the part of its ISO 3166-2 code after the hyphen (`CA`), by which tax goes. A name that is known (`California`) is kept as the code; see `GET /countries/{code}`.',
    }),
    postalCode: lineSchema(20, visibleOf).nullish().meta({
      description:
        'Needed where the country has postal codes that an address cannot do without. Kept in capitals; one that does not look like its country’s is taken all the same.',
    }),
    country: countrySchema,
    phone: lineSchema(40, visibleOf).nullish(),
  })
  .refine(({ city, country }) => !isRequired(country, 'C') || city, whereNeeded('city'))
  .refine(
    ({ postalCode, country }) => !isRequired(country, 'Z') || postalCode,
    whereNeeded('postalCode'),
  )
  .transform((address) => tidyAddress(address))
  .meta({ id: 'AddressInput', description: 'A postal address.', example: exampleAddress });

/** An address as it is told. */
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

export type Address = z.output<typeof addressSchema>;

const LIMIT = 'must be a whole number from 1 to 100';

/** What else JavaScript takes for a number (1e2, 0x10, " 5") is none in a query. */
const digitsAlone = (value: unknown): unknown =>
  typeof value === 'string' && !/^\d+$/.test(value) ? NaN : value;

/** `limit` of every list. */
export const limitSchema = z
  .preprocess(digitsAlone, z.coerce.number(LIMIT).int(LIMIT).min(1, LIMIT).max(100, LIMIT))
  .default(20)
  .meta({
    description: 'How many to return.',
    example: 20,
    // Lost in the document, since the text is looked at before its type.
    override: ({ jsonSchema }) => void (jsonSchema.default = 20),
  });

export const cursorSchema = z
  .string()
  .min(1)
  .max(2000)
  // As they are given out. Anything else could, percent-encoded, be more than an HTTP server reads.
  .regex(/^[\x20-\x7e]*$/, 'must be a cursor as it was given out')
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
  .meta({ id: 'PageMeta', description: 'Where this page stands in its list.' });

/** The validators of a conditional request (RFC 9110). */
export const ifNoneMatchSchema = z.object({
  'if-none-match': z.string().max(1000).optional(),
});
export const ifMatchSchema = z.object({ 'if-match': z.string().max(1000).optional() });
export type IfMatch = z.output<typeof ifMatchSchema>;
