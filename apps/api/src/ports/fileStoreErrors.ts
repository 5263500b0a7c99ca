import { Unavailable } from '../utils/unavailable.ts';

/** The storage cannot be reached, cannot answer now, or has no room: the same may succeed later. */
export class StorageUnavailableError extends Unavailable {
  override readonly name: string = 'StorageUnavailableError';
}

/** The storage cannot be used as it is configured: it may be used when someone has set that right. */
export class StorageProblem extends StorageUnavailableError {
  override readonly name = 'StorageProblem';
  /** What to set. */
  readonly variable: string;

  /** @param problem what is wrong with the variable, as the report of the configuration says it. */
  constructor(variable: string, problem: string, options?: ErrorOptions) {
    super(`${variable} ${problem}`, options);
    this.variable = variable;
  }
}

/** The failure of the storage that an error is, or that has caused it. */
export function storageFailureOf(error: unknown): StorageUnavailableError | undefined {
  let at = error;
  for (let depth = 0; at instanceof Error && depth < 5; depth++) {
    if (at instanceof StorageUnavailableError) return at;
    at = at.cause;
  }
  return undefined;
}
