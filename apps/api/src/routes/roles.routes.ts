import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import {
  changeRoleBodySchema,
  createRoleBodySchema,
  listedPermissionSchema,
  roleParamsSchema,
  roleSchema,
} from '../validators/roles.validator.ts';
import { ifMatchSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Roles', cache: 'private' } as const;
const theRole = { description: 'The role.', schema: roleSchema, tagged: true } as const;
const ONLY_HELD =
  'You can put a permission into a role, or take it out, only if you hold it yourself.';

export const roleRoutes = defineRoutes({
  listPermissions: {
    ...shared,
    method: 'get',
    path: '/admin/permissions',
    summary: 'List all permissions',
    description: 'Each with the built-in roles that hold it, and the routes that require it.',
    permission: 'roles:read',
    request: {},
    responses: { 200: { description: 'All.', schema: z.array(listedPermissionSchema) } },
    errors: [],
  },
  listRoles: {
    ...shared,
    method: 'get',
    path: '/admin/roles',
    summary: 'List roles',
    description: 'All of them, built-in ones first.',
    permission: 'roles:read',
    request: {},
    responses: { 200: { description: 'The roles.', schema: z.array(roleSchema) } },
    errors: [],
  },
  createRole: {
    ...shared,
    method: 'post',
    path: '/admin/roles',
    summary: 'Create a role',
    description: ONLY_HELD,
    permission: 'roles:write',
    freshFactor: true,
    request: { body: createRoleBodySchema },
    responses: { 201: { description: 'The new role.', schema: roleSchema, tagged: true } },
    errors: ['permission_not_held', 'role_name_taken', 'role_permission_unfit'],
  },
  getRole: {
    ...shared,
    method: 'get',
    path: '/admin/roles/:roleId',
    summary: 'Get a role',
    permission: 'roles:read',
    request: { params: roleParamsSchema },
    responses: { 200: theRole },
    errors: ['not_found'],
  },
  changeRole: {
    ...shared,
    method: 'patch',
    path: '/admin/roles/:roleId',
    summary: 'Change a role',
    description: `${ONLY_HELD} The people who are granted the role have the change within a second. The role \`owner\` always holds everything.`,
    permission: 'roles:write',
    freshFactor: true,
    request: { params: roleParamsSchema, headers: ifMatchSchema, body: changeRoleBodySchema },
    responses: { 200: theRole },
    errors: [
      'not_found',
      'permission_not_held',
      'precondition_failed',
      'role_built_in',
      'role_permission_unfit',
    ],
  },
  deleteRole: {
    ...shared,
    method: 'delete',
    path: '/admin/roles/:roleId',
    summary: 'Delete a role',
    description: 'Only a role of the shop’s own that no one is granted.',
    permission: 'roles:write',
    freshFactor: true,
    request: { params: roleParamsSchema },
    responses: { 200: { description: 'The role as it was.', schema: roleSchema } },
    errors: ['not_found', 'permission_not_held', 'role_built_in', 'role_in_use'],
  },
});
