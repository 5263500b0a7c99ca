import type { MachineKind } from '../../domains/apiKeys.enums.ts';
import { permissionsOf } from '../../kernel/builtInRoles.ts';
import { permissionEndsOf } from '../../kernel/permissionEnds.ts';
import type { KeyRow } from './statements.ts';

/** A key that is valid, as requests need it. */
export interface LiveKey {
  readonly id: string;
  readonly kind: MachineKind;
  /** What it names and its owner may do. */
  readonly permissions: ReadonlySet<string>;
  readonly permissionEnds: ReadonlyMap<string, Date>;
  readonly salesChannel: string | null;
  readonly origins: readonly string[];
  readonly ownerId: string | null;
  /** When it is to be read again; null for never. */
  readonly changesAt: Date | null;
}

/** A key loses what its owner loses, and has no longer what its owner has for a while. */
export function limitKey({ ownerRoles, expiresAt, permissions, ...key }: KeyRow): LiveKey {
  const held = new Set(ownerRoles.flatMap(permissionsOf));
  const allowed = key.ownerId === null ? permissions : permissions.filter((one) => held.has(one));
  const ownerEnds = permissionEndsOf(ownerRoles);
  const ends = allowed.flatMap((permission) => {
    const dates = [expiresAt, ownerEnds.get(permission)].flatMap((date) => date ?? []);
    const [first] = dates.toSorted((one, other) => one.getTime() - other.getTime());
    return first ? [[permission, first] as const] : [];
  });
  return { ...key, permissions: new Set(allowed), permissionEnds: new Map(ends) };
}
