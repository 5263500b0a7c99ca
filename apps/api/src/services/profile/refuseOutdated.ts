import { OutdatedError } from '../../kernel/errors.ts';

/** On what terms something is changed. */
export interface ChangeTerms<Found> {
  /** Whether it is as the caller knows it; without it, any is. */
  readonly isExpected?: ((found: Found) => boolean) | undefined;
}

/** @throws {OutdatedError} precondition_failed, with what it is now. */
export function refuseOutdated<Found>(
  found: Found,
  isExpected: ChangeTerms<Found>['isExpected'],
): void {
  if (isExpected?.(found) !== false) return;
  const message = 'It has changed. Read it again, then retry.';
  throw new OutdatedError('precondition_failed', message, found);
}
