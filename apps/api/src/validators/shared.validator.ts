import { z } from 'zod';
import { idPattern, idPrefixes, type IdKind } from '../utils/ids.ts';
import { isCurrency } from '../utils/money.ts';

/** An id of one kind, described for the document. */
export function idSchema(kind: IdKind) {
  return z.string().regex(idPattern(kind), `must be an id that starts with "${idPrefixes[kind]}_"`);
}

export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: 'must be an ISO 4217 code in capitals, such as USD', abort: true })
  .refine(isCurrency, 'is not a currency of ISO 4217')
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

/** Text from outside: bounded, no control characters (PostgreSQL cannot store U+0000), trimmed. */
export function textSchema(max: number, min = 1) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(
      (text) => !/\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, '')),
      'must not hold control characters',
    );
}

/** What would begin a new line where the text is shown, or turn the direction of what follows it. */
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Text of a single line, as it stands in a mail or on a parcel: bounded, trimmed. */
export function lineSchema(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(
      (text) => !NOT_IN_A_LINE.test(text),
      'must be one line, without control characters or changes of the direction of writing',
    );
}

const countries: ReadonlySet<string> = new Set(
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  ),
);

/** ISO 3166-1 alpha-2, the officially assigned codes. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, {
    error: 'must be an ISO 3166-1 alpha-2 code in capitals, such as DE',
    abort: true,
  })
  .refine((code) => countries.has(code), 'is not a country of ISO 3166-1')
  .meta({ description: 'ISO 3166-1 alpha-2.', example: 'US' });

export const addressSchema = z
  .strictObject({
    firstName: lineSchema(100),
    lastName: lineSchema(100),
    company: lineSchema(200).nullish(),
    line1: lineSchema(200),
    line2: lineSchema(200).nullish(),
    city: lineSchema(100),
    region: lineSchema(100).nullish(),
    postalCode: lineSchema(20),
    country: countrySchema,
    phone: lineSchema(40).nullish(),
  })
  .meta({
    id: 'Address',
    description: 'A postal address.',
    example: {
      firstName: 'Ada',
      lastName: 'Lovelace',
      line1: '12 Analytical Row',
      city: 'Portland',
      region: 'OR',
      postalCode: '97201',
      country: 'US',
    },
  });

export type Address = z.output<typeof addressSchema>;

const LIMIT = 'must be a whole number from 1 to 100';

/** `limit` of every list. */
export const limitSchema = z.coerce
  .number(LIMIT)
  .int(LIMIT)
  .min(1, LIMIT)
  .max(100, LIMIT)
  .default(20)
  .meta({ description: 'How many to return.', example: 20 });

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
