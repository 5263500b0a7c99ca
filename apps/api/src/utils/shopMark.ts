import { createHash } from 'node:crypto';

const CHARS = 16;

/**
 * A name for the shop that tells nothing of it: the same for all of its processes, another for every
 * shop. It is made of a secret, which cannot be learned from it.
 */
export function shopMarkOf(secret: string): string {
  const hash = createHash('sha256').update(`cartwright/shop-mark/v1\0${secret}`);
  return hash.digest('base64url').slice(0, CHARS);
}
