import { assertUnique } from '../domains/collect.ts';
import { domains } from '../domains/domains.ts';

type PermissionsOf<D> = D extends { readonly permissions: readonly (infer P)[] } ? P : never;

type StaffPermission = PermissionsOf<(typeof domains)[number]>;

/** What staff may be allowed to do: `<resource>:<verb>`. Roles, when there are any, are sets of these. */
export const staffPermissions: readonly StaffPermission[] = domains.flatMap((domain) =>
  'permissions' in domain ? domain.permissions : [],
);
assertUnique(staffPermissions, 'permissions');

/** Who may call a route. "public" is spelled out: what a guest may see is guarded by capabilities (a cart's id, an order's token). */
export type Permission = 'public' | StaffPermission;
