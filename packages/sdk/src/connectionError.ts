/**
 * There was no answer of the shop: the connection failed, the time was up, or something between (a
 * proxy, a captive portal) answered in its place. Whether the request had an effect is not known; the
 * same call with the same `idempotencyKey` finds out without a second one.
 */
export class CartwrightConnectionError extends Error {
  override readonly name = 'CartwrightConnectionError';
}
