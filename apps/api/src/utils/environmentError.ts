/**
 * Something that the program needs from its environment (a database, a folder) is unusable. The
 * message says what, why and what to do, for the person who starts the program.
 */
export class EnvironmentError extends Error {
  override readonly name: string = 'EnvironmentError';
}
