import { assertUnique, collect } from '../domains/collect.ts';
import type { Holder } from '../domains/defineDomain.ts';
import { domains } from '../domains/domains.ts';

type PermissionsOf<D> = D extends { readonly permissions: readonly (infer P)[] } ? P : never;

type StaffPermission = PermissionsOf<(typeof domains)[number]>;

/** What staff may be allowed to do: `<resource>:<verb>`. Roles are sets of these. */
export const staffPermissions: readonly StaffPermission[] = domains.flatMap((domain) =>
  'permissions' in domain ? domain.permissions : [],
);
assertUnique(staffPermissions, 'permissions');

const holders = collect(domains, 'ownPermissions');

/** What people may do with what is theirs: `<resource>:<verb>:own`. */
type OwnPermission = `${keyof typeof holders}:own`;

/** Who holds each permission on their own; empty for permissions of staff. */
export const holderOf: ReadonlyMap<Permission, Holder> = new Map(
  Object.entries<Holder>(holders).map(([name, holder]) => [`${name}:own` as OwnPermission, holder]),
);

/** What customers may do with what is theirs, unless the shop takes it out of their role. */
export const customerPermissions: readonly string[] = [...holderOf]
  .filter(([, holder]) => holder === 'customer' || holder === 'verified')
  .map(([permission]) => permission);

/** Who may call a route. "public" is spelled out: what a guest may see is guarded by capabilities (a cart's id, an order's token). */
export type Permission = 'public' | StaffPermission | OwnPermission;

const ofStaff: ReadonlySet<Permission> = new Set(staffPermissions);

/** Whether it is a permission of staff, not of shoppers. */
export const isStaffPermission = (permission: Permission) => ofStaff.has(permission);
