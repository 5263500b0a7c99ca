/** The header that makes a repeated POST have one effect. */
export const IDEMPOTENCY_KEY = 'Idempotency-Key';

const BYTES = 16;

/**
 * Makes a key that no one can guess. Not `crypto.randomUUID()`: browsers have that on HTTPS and
 * localhost alone, and a storefront is also looked at on a phone in the office's network.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
