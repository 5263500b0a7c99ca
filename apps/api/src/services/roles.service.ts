import { withDeps } from '../utils/withDeps.ts';
import type { AuditService } from './audit.service.ts';
import { getRole, listRoles, lockForGrant } from './roles/findRoles.ts';
import { changeRole, createRole, deleteRole } from './roles/writeRoles.ts';

export type { Role } from './roles/findRoles.ts';

export type RolesService = ReturnType<typeof createRolesService>;

/** Sets of permissions: those that came with the shop, and its own. */
export function createRolesService(deps: { readonly audit: AuditService }) {
  return {
    list: listRoles,
    get: getRole,
    lockForGrant,
    ...withDeps(deps, { create: createRole, change: changeRole, remove: deleteRole }),
  };
}
