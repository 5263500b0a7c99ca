/** The header that makes a repeated POST have one effect. */
export const IDEMPOTENCY_KEY = 'Idempotency-Key';

const BYTES = 16;

/**
 * Generates a random key. Not by `crypto.randomUUID()`: browsers have that only on HTTPS and localhost,
 * and developers also open a storefront on a phone in the local network.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
