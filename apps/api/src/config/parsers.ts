import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { isCountry, nearestCountry } from '../utils/countries.ts';
import { nearestCurrency } from '../kernel/currencies.ts';
import { parseEmail, parseSender } from '../utils/emailAddress.ts';
import { isCurrency } from '../kernel/money.ts';
import { canonicalLocale, languageOf, languages } from '../utils/locale.ts';

/** A whole number, written in decimal digits only (`1e3` and ` 12` are more likely slips than intent). */
export const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine(
      (value) => value >= min && value <= max,
      `must be a whole number from ${min} to ${max}`,
    );

/** One of a few words. */
export const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });

/** The PEM of a key on the curve P-256, private or public; line ends may be written as `\\n`. */
export const curveKey = () =>
  z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n').trim())
    .refine(isOnCurve, 'must be the PEM of a key on the curve P-256');

function isOnCurve(pem: string): boolean {
  try {
    return createPublicKey(pem).asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}

/** A TCP port; 0 lets the system choose a free one. */
export const port = () => integer(0, 65_535);

/** `true` or `false`, as well as the other usual spellings. */
export const flag = () =>
  z.stringbool({
    truthy: ['true', '1', 'yes', 'on'],
    falsy: ['false', '0', 'no', 'off'],
    error: 'must be true or false',
  });

/** Comma-separated values; spaces around them and empty ones are dropped. */
export const list = () =>
  z.string().transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** Comma-separated words of a few, at least one of them. */
export const listOf = <const Words extends readonly string[]>(...words: Words) =>
  list().pipe(z.array(oneOf(...words)).min(1, `must name at least one of ${words.join(', ')}`));

/** A URL with one of the given protocols (each with its colon, as in `URL.protocol`). */
export const url = (...protocols: string[]) =>
  z.string().refine(
    (text) => {
      const parsed = URL.parse(text);
      return parsed !== null && protocols.includes(parsed.protocol);
    },
    `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  );

/** A web address in which some names in braces are filled in later. */
export const urlTemplate = (...names: string[]) =>
  url('https:', 'http:').refine(
    (text) => {
      const rest = names.reduce((left, name) => left.replaceAll(`{${name}}`, ''), text);
      // In a host it would lead each customer to another machine.
      const isInHost = /[{}]/.test(/^[^/]*\/\/[^/?#]*/.exec(text)?.[0] ?? '');
      return rest !== text && !/[{}]/.test(rest) && !isInHost;
    },
    `must contain one of ${names.map((name) => `{${name}}`).join(', ')}, and no other braces, after the host`,
  );

/** A colour as #rrggbb. */
export const colour = () =>
  z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour as #rrggbb, such as #0b57d0');

/**
 * A web address of scheme, host and port alone, in the form in which a browser names it. A path is
 * refused: the API answers at the root of its host, and its links would lead elsewhere.
 */
export const origin = () =>
  url('http:', 'https:')
    .refine(
      (text) => text.trim().replace(/\/$/, '').toLowerCase() === bareAddressOf(text),
      'must consist of scheme, host and port (no path, query, fragment or user): the API is served at /api/v1 below it, so use a separate host such as https://api.shop.example',
    )
    .transform((text) => new URL(text).origin);

/** A web address without its path, query, fragment and user, otherwise unchanged. */
function bareAddressOf(text: string): string | undefined {
  return /^https?:\/\/[^/?#@\\\s]+/.exec(text.trim().toLowerCase())?.[0];
}

/** The sender of a mail: an address, alone or as `Name <address>`. */
export const mailbox = () =>
  z
    .string()
    .refine(
      (text) => parseSender(text) !== undefined,
      'must be an e-mail address, alone or as Name <address>',
    );

/** A domain in the form in which a browser names it, without scheme and port. */
export const domain = () =>
  z
    .string()
    .refine(
      (text) => URL.parse(`https://${text}`)?.hostname === text,
      'must be a domain in lower case, without scheme, port and path',
    );

/** Origins for CORS: `*`, or a list of scheme, host and port without a path. */
export const origins = () =>
  list().refine(
    (values) => values.every((value) => value === '*' || URL.parse(value)?.origin === value),
    'must be * or a comma-separated list of origins (scheme, host and port, no path)',
  );

/**
 * Express' `trust proxy`: `false`, a number of hops, or addresses and subnets. `true` is refused,
 * since it trusts any client's X-Forwarded-For.
 */
export const trustProxy = () =>
  z
    .string()
    .refine(
      (text) => text !== 'true',
      'must not be "true", which trusts every client: set the number of proxies or their addresses',
    )
    .transform((text): false | number | string[] => {
      if (text === 'false') return false;
      if (/^\d+$/.test(text)) return Number(text);
      return text.split(',').map((part) => part.trim());
    });

/** An e-mail address, in the spelling that is kept of every one. */
export const email = () =>
  z
    .string()
    .refine((text) => parseEmail(text.trim()) !== undefined, 'must be an e-mail address')
    .transform((text) => parseEmail(text.trim()) ?? text);

/** An upper-case code of ISO 4217. */
export const currency = () =>
  z.string().refine(isCurrency, {
    error: ({ input }) =>
      `must be a currency of ISO 4217, in capitals${perhaps(nearestCurrency(String(input)))}`,
  });

/** An upper-case code of ISO 3166-1 alpha-2. */
export const country = () =>
  z.string().refine(isCountry, {
    error: ({ input }) =>
      `must be a country of ISO 3166-1 alpha-2, in capitals${perhaps(nearestCountry(String(input)))}`,
  });

/** A BCP 47 tag of a language that the shop has words in. */
export const locale = () =>
  z
    .string()
    .refine(
      (tag) => languageOf(tag) !== undefined,
      `must be a locale (BCP 47) of one of the languages ${languages.join(', ')}`,
    )
    .transform((tag) => canonicalLocale(tag) ?? tag);

function perhaps(code: string | undefined): string {
  return code === undefined ? '' : ` (perhaps ${code})`;
}

/** A name in addresses. */
const PROVIDER_ID = /^[a-z][a-z0-9-]{0,31}$/;
/** They have separate variables. */
const KNOWN_PROVIDERS: readonly string[] = ['google', 'github'];

const oidcProvider = z.strictObject({
  id: z
    .string()
    .regex(PROVIDER_ID, 'must begin with a letter and have up to 32 of a-z, 0-9 and -')
    .refine((id) => !KNOWN_PROVIDERS.includes(id), 'must not be google or github'),
  name: z.string().trim().min(1).max(60),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  authoritativeFor: z.array(z.string().toLowerCase()).default([]),
});

/** Providers of OpenID Connect as JSON. A problem names the place and shows no value: there are secrets. */
export const oidcProviders = () =>
  z.string().transform((text, ctx) => {
    const parsed = z.array(oidcProvider).safeParse(jsonOf(text));
    if (parsed.success && new Set(parsed.data.map(({ id }) => id)).size === parsed.data.length) {
      return parsed.data;
    }
    const [issue] = parsed.error?.issues ?? [];
    const wrong = issue
      ? `${issue.path.join('.') || 'the text'}: ${issue.message}`
      : 'an id is there twice';
    ctx.addIssue({ code: 'custom', message: `must be a JSON list of providers (${wrong})` });
    return z.NEVER;
  });

/** @returns undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
