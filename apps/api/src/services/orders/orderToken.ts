import { createHash, createHmac } from 'node:crypto';

/** Sets this use of the secret apart from every other. */
const PURPOSE = 'cartwright/order-token/v1';

/**
 * A guest's key to an order: 256 bits made from its id and the shop's secret, so that a checkout
 * that is resumed after a crash tells the same token again although only its hash is stored.
 */
export function orderToken(secret: string, orderId: string): string {
  return createHmac('sha256', secret).update(`${PURPOSE}\0${orderId}`).digest('base64url');
}

/**
 * What is stored and compared. Hashes are compared and not tokens, so the time that a comparison
 * takes tells nothing of the token.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
