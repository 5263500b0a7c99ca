/**
 * The shop did not answer: the connection failed, the request timed out, or an intermediary (a proxy, a
 * captive portal) answered instead. The request may have had its effect; the same call with the same
 * `idempotencyKey` finds out without a second effect.
 */
export class CartwrightConnectionError extends Error {
  override readonly name = 'CartwrightConnectionError';
}
