import { domainToASCII, domainToUnicode } from 'node:url';

/** What `<input type="email">` takes (WHATWG HTML): no quotes, no comments, and nothing that ends a header. */
const HTML_EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
/** Letters, digits and the dots of all scripts, before they are mapped. */
const INTERNATIONAL_DOMAIN = /^[\p{L}\p{M}\p{N}\-.\u3002\uFF0E\uFF61\u00B7\u30FB]+$/u;
/** Of a path in SMTP, less its angle brackets (RFC 5321, 4.5.3.1.3). */
const MAX_LENGTH = 254;

/**
 * An e-mail address in the one spelling that we keep: lower case, its domain as people read it,
 * whether it came so or in punycode.
 * @returns undefined for what is no address.
 */
export function parseEmail(text: string): string | undefined {
  const ascii = toAscii(text.toLowerCase());
  if (!HTML_EMAIL.test(ascii) || ascii.length > MAX_LENGTH) return undefined;
  const [local, domain] = partsOf(ascii);
  if (!domain.includes('xn--')) return ascii;
  const readable = domainToUnicode(domain);
  // Punycode may decode to nothing.
  return domainToASCII(readable) === domain ? `${local}@${readable}` : ascii;
}

/** An address as mail servers and payment providers take it: its domain in punycode. */
export function sendableEmail(email: string): string {
  return toAscii(email);
}

/**
 * Parses "Name <address>" or an address.
 * @returns undefined for anything else, and for several.
 */
export function parseSender(text: string): { name: string; address: string } | undefined {
  const [, name = '', inBrackets, alone] =
    /^(?:([^<>\p{Cc}]*)<([^<>]*)>|([^<>]*))$/u.exec(text.trim()) ?? [];
  const address = parseEmail((inBrackets ?? alone ?? '').trim());
  return address === undefined
    ? undefined
    : { name: name.trim().replace(/^"(.*)"$/, '$1'), address };
}

function toAscii(email: string): string {
  const [local, domain] = partsOf(email);
  if (/^[\x20-\x7e]*$/.test(domain) || !INTERNATIONAL_DOMAIN.test(domain)) return email;
  return `${local}@${domainToASCII(domain)}`;
}

function partsOf(email: string): [local: string, domain: string] {
  const at = email.lastIndexOf('@');
  return [email.slice(0, at), email.slice(at + 1)];
}
