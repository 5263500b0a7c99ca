import type { Holder } from '../domains/defineDomain.ts';
import { defaultPermissions } from '../kernel/builtInRoles.ts';
import { fieldsOpenedBy } from '../kernel/fieldPermissions.ts';
import type { AppErrorOptions, OutdatedError } from '../kernel/errors.ts';
import { holderOf, staffPermissions } from '../kernel/permissions.ts';
import type { Route, Shown } from '../kernel/route.ts';
import type { Role } from '../services/roles.service.ts';
import { etagOf, matchesEtag } from '../utils/etag.ts';
import type { listedPermissionSchema, roleSchema } from '../validators/roles.validator.ts';

export function presentRole(role: Role): Shown<typeof roleSchema> {
  return {
    id: role.id,
    name: role.name,
    title: role.title,
    description: role.description,
    builtIn: role.builtIn,
    permissions: role.permissions,
    grants: role.grants,
    createdAt: role.createdAt.toISOString(),
    updatedAt: role.updatedAt.toISOString(),
  };
}

/** The entity tag of a role; how many people are granted it does not count. */
export function roleEtag(role: Role): string {
  const { grants: _grants, ...rest } = presentRole(role);
  return etagOf(JSON.stringify(rest));
}

/** Whether a role is as `If-Match` names it; undefined where any will do. */
export function isRoleOf(ifMatch: string | undefined): ((role: Role) => boolean) | undefined {
  return ifMatch === undefined ? undefined : (role) => matchesEtag(ifMatch, roleEtag(role));
}

/** What a refusal shows of the role as it is now: its tag. */
export function presentOutdatedRole({ current }: OutdatedError<Role>): AppErrorOptions {
  return { headers: { ETag: roleEtag(current) } };
}

const holderNames = {
  user: 'user',
  customer: 'customer',
  verified: 'verified_customer',
  staff: 'staff',
} as const satisfies Record<Holder, string>;

/** Every permission, with the built-in roles that hold it and the routes that require it. */
export function presentPermissions(
  routes: readonly Pick<Route, 'method' | 'path' | 'permission'>[],
): Shown<typeof listedPermissionSchema>[] {
  return [...staffPermissions, ...holderOf.keys()].map((name) => ({
    name,
    holder: holderNames[holderOf.get(name) ?? 'staff'],
    defaultRoles: [...defaultPermissions]
      .filter(([, permissions]) => permissions.includes(name))
      .map(([role]) => role),
    routes: routes
      .filter(({ permission }) => permission === name)
      .map(({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
    fields: fieldsOpenedBy(name),
  }));
}
