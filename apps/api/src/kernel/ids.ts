import { randomFillSync } from 'node:crypto';
import { assertUnique, collect } from '../domains/collect.ts';
import { domains } from '../domains/domains.ts';

const prefixes = collect(domains, 'idPrefixes');

export type IdKind = keyof typeof prefixes;

/** The type prefix of each kind of id: an id says what it is of. */
export const idPrefixes: Readonly<Record<IdKind, string>> = prefixes;
assertUnique(Object.values(idPrefixes), 'idPrefixes');

/** Kinds whose id is itself the capability to what it names. */
const secretKinds: ReadonlySet<IdKind> = new Set(
  domains.flatMap((domain) => ('secretIds' in domain ? domain.secretIds : [])),
);

// Crockford's base 32 in lower case, the alphabet of ULID: sorts as text, has no look-alikes.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;
/** A guest's cart id is the capability to it: 26 characters carry 130 random bits. */
const CAPABILITY_CHARS = 26;

/**
 * A new id: prefix, 48 bits of milliseconds (so that new rows lie side by side in an index), then
 * 80 random bits, or 130 where the id is itself a secret.
 */
export function newId(kind: IdKind, now = Date.now()): string {
  const chars = secretKinds.has(kind) ? CAPABILITY_CHARS : RANDOM_CHARS;
  return `${idPrefixes[kind]}_${encodeTime(now)}${randomText(chars)}`;
}

/** Random text of 5 bits a character, for tokens. */
export function randomText(chars: number): string {
  let text = '';
  for (let i = 0; i < chars; i++) text += ALPHABET.charAt(randomByte() & 31);
  return text;
}

/** Fetched in stock: a call to the system's source costs ten times what an id takes of it. */
const stock = new Uint8Array(4096);
let used = stock.length;

/** A byte of the system's randomness, handed out once. */
function randomByte(): number {
  if (used === stock.length) {
    randomFillSync(stock);
    used = 0;
  }
  const byte = stock[used] ?? 0;
  stock[used++] = 0;
  return byte;
}

/** What an id of this kind looks like, for schemas. */
export function idPattern(kind: IdKind): RegExp {
  const chars = TIME_CHARS + (secretKinds.has(kind) ? CAPABILITY_CHARS : RANDOM_CHARS);
  return new RegExp(`^${idPrefixes[kind]}_[0-9a-hjkmnp-tv-z]{${chars}}$`);
}

function encodeTime(milliseconds: number): string {
  let text = '';
  for (let rest = milliseconds, i = 0; i < TIME_CHARS; i++) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
