import type { Context } from './context.ts';
import { AppError } from './errors.ts';

/**
 * Checks that the caller holds all of these permissions, so that no one gives what they do not have.
 * @throws {AppError} permission_not_held
 */
export function requireHeld(
  { permissions: held }: Pick<Context, 'permissions'>,
  permissions: Iterable<string>,
): void {
  if (!held) return;
  const missing = [...permissions].filter((permission) => !held.has(permission));
  if (missing.length === 0) return;
  const list = missing.toSorted().join(', ');
  const message = `This concerns permissions that you do not hold: ${list}.`;
  throw new AppError('permission_not_held', message);
}
