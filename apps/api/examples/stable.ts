import { createHash } from 'node:crypto';
import { idPrefixes } from '../src/kernel/ids.ts';

/** The time part of an id of the last decade. */
const TIME_PART = '01kagvrz8y';
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const BEGIN = Date.parse('2026-01-31T09:30:00.000Z');
const NEAR_MS = 450_000;

const ownId = new RegExp(
  String.raw`\b(${Object.values(idPrefixes).join('|')})_([0-9a-hjkmnp-tv-z]{26,36})\b`,
  'g',
);
/** Stripe's ids, also with a client secret; none with a prefix of ours. */
const stripesId = /\b(pi|py|ch|re|du|dp|evt|cus|pm|seti)_(?!01k)([A-Za-z0-9]{8,})(_secret_(\w+))?/g;
const timestamp = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const address = /http:\/\/127\.0\.0\.1:\d+/g;
const download = /\bdxd_dr[\w.-]+/g;
/** Signed addresses of files, and the folder of a file, which is named by the end of its id. */
const upload = /\bfup_[\w-]+\.[\w-]+/g;
const fileDownload = /\bfdl_[\w-]+\.[\w-]+/g;
const fileFolder = /\/media\/[0-9a-z]{2}\/(file_[0-9a-z]+)\//g;
/** A key of ours or a client's secret, in full or as a hint: its end is in both. */
const ownKey = /\b(cw_(?:sk|cs)_)(…|[0-9a-z]{20,})([0-9a-z]{4})\b/g;
/** What a sign-in with a provider carries in addresses. */
const signInParameter = /([?&](?:code|state|code_challenge)=)([\w-]{20,})/g;
const cursor = /([?&]cursor=)([^&>"]+)/g;
/** The hash of an image's content is stable; an entity tag depends on ids and times. */
const entityTag = /"(\d+\.)?([\w-]{22})"/g;

/** Members whose text is completely random. */
const randomMembers: ReadonlySet<string> = new Set([
  'nonce',
  'salt',
  'signature',
  'orderToken',
  'token',
  'x-order-token',
  'stripe-signature',
  'token',
  'accessToken',
  'access_token',
  'Authorization',
  'refreshToken',
  'csrfToken',
  'deviceToken',
  'attestationObject',
  'authenticatorData',
  'challenge',
  'clientDataJSON',
  'rawId',
  'secret',
  'signature',
  'token',
  'userHandle',
  'nextCursor',
  'prevCursor',
  'cursor',
]);

/** An id that an authenticator has made, and one of a user as authenticators keep it. */
const credentialId = /^(?:[\w-]{43}|[\w-]{40})$/;
const backupCode = /^([0-9a-z]{4}-){5}[0-9a-z]{4}$/;
/** An authenticator's, whose length differs by a few letters from one to the next. */
const passkeySignature = /^[\w-]{90,96}$/;
/** What follows from a random secret. */
const drawn: Readonly<Record<string, string>> = {
  uri: 'otpauth://totp/My%20Shop:grace%40example.com?issuer=My%20Shop&secret=7KJ2MQ4NZ3XW5V6B&algorithm=SHA1&digits=6&period=30',
  svg: '<svg viewBox="0 0 53 53" version="1.1" xmlns="http://www.w3.org/2000/svg"><path d="M4 4h7v7h-7z"/></svg>',
  png: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
};

/**
 * Replaces values that differ from run to run (ids, times, codes, secrets, addresses) by deterministic
 * ones, so that two recordings can be compared. The same text always gets the same replacement, which
 * has the same form.
 */
export class Stable {
  readonly #known = new Map<string, string>();
  readonly #renamed = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  rename(text: string, standIn: string): void {
    this.#renamed.set(text, standIn);
  }

  /** A copy with replacements. */
  of(value: unknown, member = ''): unknown {
    if (typeof value === 'string') return this.#text(value, member);
    if (member === 'durationMs') return 4.2;
    if (member === 'expiresAt' && typeof value === 'number') return BEGIN / 1000 + 300;
    if (member === 'bytes') return Number(value) && 18_204;
    // What the doctor examines includes jobs, which come and go during a recording.
    if (member === 'examined') return Math.min(Number(value), 40);
    if (Array.isArray(value)) return value.map((inner) => this.of(inner, member));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, this.of(inner, key)]),
    );
  }

  #text(text: string, member: string): string {
    const renamed = this.#renamed.get(text);
    if (renamed !== undefined) return renamed;
    for (const [from, to] of this.#renamed) {
      // Only as a part of a path, because a bare number is ambiguous.
      text = text.replace(new RegExp(String.raw`/${from}(?=[/?]|$)`), `/${to}`);
    }
    if (member === 'signature' && passkeySignature.test(text)) {
      return this.#standIn(text, member, (seed) => random(seed, 96));
    }
    if (randomMembers.has(member)) return this.#standIn(text, member, sameForm);
    if (member in drawn) return drawn[member] ?? text;
    if (member === 'id' && credentialId.test(text)) return this.#standIn(text, 'rawId', sameForm);
    if (backupCode.test(text)) {
      return this.#standIn(text, 'backupCode', (seed) =>
        random(seed, 24).replaceAll(/.{4}(?=.)/g, '$&-'),
      );
    }
    // Only codes of issued cards; the `code` of an error is not random.
    const card = /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/;
    if (card.test(text)) return this.#standIn(text, 'card', () => '7K2M-9QXD-0VTR-5HWE');
    // The end of such a code; the test card's is constant.
    if (member === 'lastFour' && text !== '4242') return '5HWE';
    return text
      .replaceAll(download, 'dxd_dr01kagvrz8y.1769852100.signature')
      .replaceAll(ownId, (id, prefix: string, rest: string) =>
        this.#standIn(id, prefix, (seed) => prefixed(prefix, TIME_PART, rest, seed)),
      )
      .replaceAll(
        stripesId,
        (id, prefix: string, rest: string, _secret: unknown, key: string | undefined) => {
          const own = `${prefix}_${rest}`;
          const plain = this.#standIn(own, prefix, (seed) => prefixed(prefix, '3', rest, seed));
          return key === undefined
            ? plain
            : `${plain}_secret_${this.#standIn(id, 'secret', (seed) => random(seed, key.length))}`;
        },
      )
      .replaceAll(ownKey, (_all, begin: string, middle: string, end: string) => {
        return (
          begin + this.#standIn(middle, 'key', sameForm) + this.#standIn(end, 'hint', sameForm)
        );
      })
      .replaceAll(upload, 'fup_eyJrIjoidXBsXzAxIn0.signature')
      .replaceAll(fileDownload, 'fdl_eyJncmFudCI6eyJr.signature')
      .replaceAll(fileFolder, (_all, id: string) => `/media/${id.slice(-2)}/${id}/`)
      .replaceAll(timestamp, (time) => this.#time(time))
      .replaceAll(address, (url) =>
        this.#standIn(url, 'address', (_seed, count) => `http://127.0.0.1:${3001 + count}`),
      )
      .replaceAll(signInParameter, (_all, before: string, value: string) => {
        const known = this.#renamed.get(value);
        return before + (known ?? this.#standIn(value, 'signIn', sameForm));
      })
      .replaceAll(cursor, (_all, before: string, value: string) => {
        return before + this.#standIn(decodeURIComponent(value), 'cursor', sameForm);
      })
      .replaceAll(entityTag, (_all, version: string | undefined, hash: string) => {
        return `"${version ?? ''}${this.#standIn(hash, 'etag', (seed) => random(seed, 22))}"`;
      });
  }

  /** Times of the run become a second apart in their order; distant ones keep their distance. */
  #time(text: string): string {
    const steps = Math.round((Date.parse(text) - Date.now()) / (2 * NEAR_MS));
    if (steps === 0) return this.#standIn(text, 'time', (_seed, count) => at(count * 1000));
    return this.#standIn(text, 'far', () => at(steps * 2 * NEAR_MS));
  }

  #standIn(
    text: string,
    kind: string,
    make: (seed: string, count: number, text: string) => string,
  ): string {
    const key = `${kind} ${text}`;
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const made = make(`${kind} ${count}`, count, text);
    this.#known.set(key, made);
    return made;
  }
}

const at = (milliseconds: number) => new Date(BEGIN + milliseconds).toISOString();

function prefixed(prefix: string, begin: string, like: string, seed: string): string {
  return `${prefix}_${begin}${random(seed, Math.max(like.length - begin.length, 4))}`;
}

/** Text of the same length with the same punctuation. */
function sameForm(seed: string, _count: number, text: string): string {
  let place = 0;
  const letters = random(seed, text.length);
  return text.replaceAll(/[\w-]/g, () => letters.charAt(place++));
}

function random(seed: string, length: number): string {
  let text = '';
  for (let block = 0; text.length < length; block++) {
    for (const byte of createHash('sha256').update(`${seed} ${block}`).digest()) {
      text += ALPHABET.charAt(byte & 31);
    }
  }
  return text.slice(0, length);
}
