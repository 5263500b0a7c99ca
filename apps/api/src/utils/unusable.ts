/**
 * Something outside of the program that it cannot do without (a database, a folder) is not to be
 * used. The message says what, why and what to do, for the person who starts the program.
 */
export class UnusableError extends Error {
  override readonly name: string = 'UnusableError';
}
