import { createHash } from 'node:crypto';

const CHARS = 16;

/**
 * An opaque name for the shop: the same in all of its processes, different for every shop. It is
 * derived from a secret, which it does not reveal.
 */
export function shopMarkOf(secret: string): string {
  const hash = createHash('sha256').update(`cartwright/shop-mark/v1\0${secret}`);
  return hash.digest('base64url').slice(0, CHARS);
}
