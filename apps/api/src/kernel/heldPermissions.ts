import type { Context } from './context.ts';
import { AppError } from './errors.ts';

type Held = Pick<Context, 'permissions' | 'permissionEnds'>;

/**
 * Checks that the caller holds all of these permissions, so that no one gives what they do not have.
 * @throws {AppError} permission_not_held
 */
export function requireHeld({ permissions: held }: Held, permissions: Iterable<string>): void {
  if (!held) return;
  const missing = [...permissions].filter((permission) => !held.has(permission));
  if (missing.length === 0) return;
  const list = missing.toSorted().join(', ');
  const message = `This concerns permissions that you do not hold: ${list}.`;
  throw new AppError('permission_not_held', message);
}

/**
 * Checks that the caller holds all of these permissions for at least as long as they are given, so that
 * no one makes what they have for a while last longer.
 * @param until null for an unlimited time.
 * @throws {AppError} permission_not_held
 */
export function requireHeldUntil(
  ctx: Held,
  permissions: readonly string[],
  until: Date | string | null,
): void {
  requireHeld(ctx, permissions);
  const { permissionEnds } = ctx;
  if (!permissionEnds || permissionEnds.size === 0) return;
  const given = until === null ? Infinity : new Date(until).getTime();
  const ends = permissions
    .map((permission) => permissionEnds.get(permission)?.getTime() ?? Infinity)
    .filter((end) => end < given);
  if (ends.length === 0) return;
  const first = new Date(Math.min(...ends)).toISOString();
  const message = `This concerns permissions that you hold only until ${first}. Give them no longer.`;
  throw new AppError('permission_not_held', message);
}
