import { AppError } from './errors.ts';

/**
 * Checks that something is to end later than now. Not a rule of a schema, since what a schema accepts
 * does not depend on the time.
 * @throws {AppError} validation_failed
 */
export function requireFuture(expiresAt: string | null | undefined): void {
  if (expiresAt === null || expiresAt === undefined || Date.parse(expiresAt) > Date.now()) return;
  const message = 'must lie in the future';
  throw new AppError('validation_failed', `expiresAt ${message}.`, {
    errors: [{ path: 'expiresAt', code: 'custom', message }],
  });
}
