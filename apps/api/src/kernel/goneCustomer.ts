import { AppError } from './errors.ts';

/** What keeps a customer from being changed. */
interface Standing {
  readonly mergedIntoId: string | null;
  readonly status: string;
}

/**
 * Refuses a change of a customer who is gone: it would be lost.
 * @throws {AppError} state_conflict, which names the survivor of a merge.
 */
export function refuseGone({ mergedIntoId, status }: Standing): void {
  if (mergedIntoId !== null) {
    const message = `The customer was merged into ${mergedIntoId}. Use that one.`;
    throw new AppError('state_conflict', message, { extensions: { mergedIntoId } });
  }
  if (status === 'erased') throw new AppError('state_conflict', 'The customer is erased.');
}
