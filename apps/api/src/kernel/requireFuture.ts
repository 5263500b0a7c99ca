import { AppError } from './errors.ts';

/**
 * Checks that something is to end later than now. Not a rule of a schema, since what a schema accepts
 * does not depend on the time.
 * @param member how the request names it.
 * @throws {AppError} validation_failed
 */
export function requireFuture(expiresAt: string | null | undefined, member = 'expiresAt'): void {
  if (expiresAt === null || expiresAt === undefined || Date.parse(expiresAt) > Date.now()) return;
  const message = 'must lie in the future';
  throw new AppError('validation_failed', `${member} ${message}.`, {
    errors: [{ path: member, code: 'custom', message }],
  });
}
