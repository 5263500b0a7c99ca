import { createHash, hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;
const KEY_ID_BYTES = 8;

/**
 * A key of 256 bits for one purpose, by HKDF (RFC 5869): a secret of the configuration may serve
 * several purposes, and what one of them reveals concerns no other.
 */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES));
}

/** Names a key without revealing it: the first 64 bits of its SHA-256, in hexadecimal digits. */
export function keyIdOf(key: Buffer): string {
  return createHash('sha256').update(key).digest().subarray(0, KEY_ID_BYTES).toString('hex');
}
