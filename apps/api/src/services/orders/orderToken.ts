import { createHash, createHmac } from 'node:crypto';
import type { OrdersDeps } from './deps.ts';

/** Sets this use of the secret apart from every other. */
const PURPOSE = 'cartwright/order-token/v1';

/**
 * A guest's key to an order: 256 bits derived from its id and the shop's secret, so that a checkout
 * which resumes after a crash returns the same token although only its hash is stored.
 */
function orderToken(secret: string, orderId: string): string {
  return createHmac('sha256', secret).update(`${PURPOSE}\0${orderId}`).digest('base64url');
}

/**
 * The stored hash. Comparing hashes and not tokens makes the duration of a comparison reveal
 * nothing.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A guest's token to an order, and the hash of it that is stored. */
export function makeOrderToken(
  { secret }: Pick<OrdersDeps, 'secret'>,
  orderId: string,
): { token: string; hash: string } {
  const token = orderToken(secret, orderId);
  return { token, hash: hashToken(token) };
}
