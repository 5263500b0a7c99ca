import { LRUCache } from 'lru-cache';
import { customerRole, permissionsOf, type StoredRole } from '../../kernel/builtInRoles.ts';

/** Far more than the combinations of roles that a shop uses. */
const MAX_SETS = 1000;

/** What a person may do by all roles together; equal roles share one set, since most people have equal ones. */
export function createPermissionSets(): (roles: readonly StoredRole[]) => ReadonlySet<string> {
  const known = new LRUCache<string, ReadonlySet<string>>({ max: MAX_SETS });
  return (roles) => {
    const key = JSON.stringify(
      roles.map(({ name, builtIn, permissions, withheld }) => [
        name,
        builtIn,
        permissions,
        withheld,
      ]),
    );
    const found = known.get(key);
    if (found) return found;
    const made = new Set(roles.flatMap(permissionsOf));
    known.set(key, made);
    return made;
  };
}

/** Whether it is the role that each customer has, and no one of staff. */
export const isOfCustomers = ({ name, builtIn }: StoredRole) => builtIn && name === customerRole;
