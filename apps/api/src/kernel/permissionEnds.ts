import { permissionsOf, type StoredRole } from './builtInRoles.ts';

/** A role as someone has it. */
export interface HeldRole extends StoredRole {
  /** When the grant ends (ISO 8601); null for an unlimited time. */
  readonly expiresAt: string | null;
}

/** Most people's: nothing that they may do ends. */
const NONE: ReadonlyMap<string, Date> = new Map();

/** When each permission ends that no role gives for an unlimited time. */
export function permissionEndsOf(roles: readonly HeldRole[]): ReadonlyMap<string, Date> {
  if (roles.every(({ expiresAt }) => expiresAt === null)) return NONE;
  const latest = new Map<string, number>();
  for (const role of roles) {
    const end = role.expiresAt === null ? Infinity : Date.parse(role.expiresAt);
    for (const permission of permissionsOf(role)) {
      latest.set(permission, Math.max(end, latest.get(permission) ?? 0));
    }
  }
  return new Map(
    [...latest]
      .filter(([, end]) => end !== Infinity)
      .map(([permission, end]) => [permission, new Date(end)]),
  );
}
