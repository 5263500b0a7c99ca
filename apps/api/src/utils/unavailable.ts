/**
 * Something outside of the shop cannot be reached, or cannot answer now: the same may succeed later,
 * and however long that takes, nothing is wrong with what was asked for.
 */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
}
