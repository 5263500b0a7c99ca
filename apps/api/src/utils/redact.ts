import { types } from 'node:util';
import { withoutEncoding } from './percentEncoding.ts';

const SECRET_NAME = 'authorization|cookie|password|secret|token|api[-_]?key|card|signature';
const SECRET_KEY = new RegExp(SECRET_NAME, 'i');
/** Parameters of an address that have such a name: their values. */
const SECRET_PARAMETER = new RegExp(
  `(?<=[?&;][^=&#\\s]{0,60}(?:${SECRET_NAME})[^=&#\\s]{0,60}=)[^&#\\s"]+`,
  'gi',
);
/** What comes back from a sign-in with a provider; a short one is a code of an error, or a status. */
const SIGN_IN_PARAMETER = /(?<=[?&](?:code|state)=)[^&#\s"]{16,}/g;
/** Keys of Stripe's forms (sk_…, whsec_…), the admin key of a data folder, client secrets, tokens of data exports and files, and carts, whose ids are capabilities. */
export const SECRET_TEXT =
  /(?<![a-z0-9])(?:sk|rk|whsec|dev_admin|cw_cs)_(?:test_|live_)?[a-z0-9]{8,}|(?:pi|seti)_[a-z0-9]{1,64}_secret_\w+|cart_[0-9a-z]{36}|(?:dx[ld]|nl[cu]|fup|fdl)_[\w.-]+/gi;
/** Of data exports, newsletters, and files: each who has one may use it. */
const ADDRESS_TOKEN = /(?:dx[ld]|nl[cu]|fup|fdl)_[\w.%-]+/gi;
/** The password in an address. */
export const PASSWORD_IN_ADDRESS = /(?<=:\/\/[^:@/\s]*:)[^@/\s]+(?=@)/g;
/** The name in an e-mail address: its first letter and its domain are enough to help a customer. */
const EMAIL_NAME = /(?<![\w.+…-])([\w.+-])[\w.+-]*@(?=(?:[\w-]+\.)+[a-z]{2,})/gi;
/** Printed codes of gift cards; the last characters identify the card, as on the order. */
export const GIFT_CARD_CODE = /\b(?:[0-9A-HJKMNP-TV-Z]{4}-){3}(?=[0-9A-HJKMNP-TV-Z]{4}\b)/gi;

const MAX_DEPTH = 5;
/** The maximum number of members to show of an array or an object. */
const MAX_MEMBERS = 100;
/** The maximum number of characters to show of a text: a stack is the longest useful one. */
const MAX_TEXT = 4000;
/** All texts of a line together; what comes after them is left out, looked at or not. */
const MAX_TOTAL = 32_768;
/** Longer than any secret, so that none is cut in half before it is looked for. */
const MARGIN = 200;

/** A copy of a log line's fields, fit for JSON, without secrets, and with bounded texts. */
export function redact(fields: object): Record<string, unknown> {
  return maskedFields(fields, 0, { left: MAX_TOTAL });
}

/**
 * Masks secrets inside a text, also percent-encoded ones, keeping enough of each to distinguish
 * two. Every log line passes here several times, so the function first checks whether the text can
 * contain a secret.
 */
export function redactText(text: string): string {
  const looked = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT + MARGIN) : text;
  const masked = maskedText(looked);
  return text.length > MAX_TEXT
    ? `${masked.slice(0, MAX_TEXT)}… (${text.length} characters)`
    : masked;
}

function maskedText(text: string): string {
  const masked = withoutSecrets(text);
  if (!text.includes('%')) return masked;
  const decoded = withoutEncoding(text);
  const maskedDecoded = withoutSecrets(decoded);
  // An address without a secret is shown as it came.
  return maskedDecoded === decoded ? masked : maskedDecoded;
}

function withoutSecrets(text: string): string {
  let shown = text;
  if (text.includes('=')) shown = withoutSecretParameters(shown);
  if (text.includes('_')) shown = shown.replace(SECRET_TEXT, ends);
  if (text.includes('@')) shown = withoutPassword(shown).replace(EMAIL_NAME, '$1…@');
  if (text.includes('-')) shown = shown.replace(GIFT_CARD_CODE, '…');
  return shown;
}

/** Masks the parameters of an address that are secret. */
function withoutSecretParameters(text: string): string {
  return text.replace(SECRET_PARAMETER, '[masked]').replace(SIGN_IN_PARAMETER, '[masked]');
}

/** The address of a request, as its problem names it: without secret parameters and tokens that open something. */
export function withoutTokens(address: string): string {
  return withoutSecretParameters(address).replace(ADDRESS_TOKEN, '[masked]');
}

/** Masks the whole password in an address: a short one could be guessed from its ends. */
export function withoutPassword(text: string): string {
  return text.replace(PASSWORD_IN_ADDRESS, '[masked]');
}

function ends(secret: string): string {
  return `${secret.slice(0, 5)}…${secret.slice(-4)}`;
}

/** How many characters may still be shown. */
interface Room {
  left: number;
}

function maskedFields(fields: object, depth: number, room: Room): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  const keys = Object.keys(fields);
  for (const key of keys.slice(0, MAX_MEMBERS)) {
    copy[key] = masked(key, Reflect.get(fields, key), depth, room);
  }
  if (keys.length > MAX_MEMBERS) copy['…'] = `${keys.length - MAX_MEMBERS} more`;
  return copy;
}

function masked(key: string, value: unknown, depth: number, room: Room): unknown {
  if (isSecret(key) && value !== undefined && typeof value !== 'boolean') return '[masked]';
  // What every line has (its message, its moment) is shown in any case.
  if (typeof value === 'string') return depth > 0 && room.left <= 0 ? '…' : shown(value, room);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH || room.left <= 0) return '[deep]';
  if (types.isNativeError(value)) return maskedFields(errorFields(value), depth + 1, room);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return value.toJSON();
  if (!Array.isArray(value)) return maskedFields(value, depth + 1, room);
  const items = value.slice(0, MAX_MEMBERS).map((item) => masked('', item, depth + 1, room));
  return value.length > MAX_MEMBERS ? [...items, `… ${value.length - MAX_MEMBERS} more`] : items;
}

function shown(text: string, room: Room): string {
  const safe = redactText(text);
  room.left -= safe.length;
  return safe;
}

/**
 * The fields of an error for the log. Libraries attach other things to errors: the HTTP parser
 * attaches the raw packet, credentials included.
 */
export function errorFields(error: Error): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const hasCode = typeof code === 'string' || typeof code === 'number';
  return {
    name,
    ...(hasCode && { code }),
    message,
    stack,
    ...(cause !== undefined && { cause }),
    ...(error instanceof AggregateError && { errors: error.errors }),
  };
}

/** Caches inspected field names: a handful, unless someone logs names from outside. */
const known = new Map<string, boolean>();
const MAX_KNOWN = 500;

function isSecret(key: string): boolean {
  let answer = known.get(key);
  if (answer === undefined) {
    answer = SECRET_KEY.test(key);
    if (known.size < MAX_KNOWN) known.set(key, answer);
  }
  return answer;
}
