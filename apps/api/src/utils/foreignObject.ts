/**
 * Something at a provider belongs to another system on the same account: there is nothing to do about
 * it, now or later. The message says how that is known.
 */
export class ForeignObjectError extends Error {
  override readonly name = 'ForeignObjectError';
}
