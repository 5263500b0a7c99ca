import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { reasonBodySchema } from '../validators/admin.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';
import {
  grantRoleBodySchema,
  staffListQuerySchema,
  staffMemberSchema,
  staffParamsSchema,
  staffRoleParamsSchema,
} from '../validators/staff.validator.ts';

const shared = { tag: 'Staff members', cache: 'private' } as const;
const theMember = { 200: { description: 'The member.', schema: staffMemberSchema } } as const;
const ONLY_HELD = 'You can do this only if you hold each permission of the role yourself.';
const ONLY_LESSER = 'You can do this only if you hold each of the member’s permissions yourself.';

export const staffRoutes = defineRoutes({
  listStaff: {
    ...shared,
    method: 'get',
    path: '/admin/staff',
    summary: 'List members of staff',
    description: 'Everyone who has been granted a role, newest first.',
    permission: 'staff:read',
    request: { query: staffListQuerySchema },
    responses: {
      200: {
        description: 'A page of members.',
        schema: z.array(staffMemberSchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  getStaffMember: {
    ...shared,
    method: 'get',
    path: '/admin/staff/:userId',
    summary: 'Get a member of staff',
    permission: 'staff:read',
    request: { params: staffParamsSchema },
    responses: theMember,
    errors: ['not_found'],
  },
  grantRole: {
    ...shared,
    method: 'put',
    path: '/admin/staff/:userId/roles/:roleId',
    summary: 'Grant a role',
    description: `The person’s address must be verified. Granting it again sets when it expires. ${ONLY_HELD} No one changes their own roles in this way.`,
    permission: 'staff:write',
    freshFactor: true,
    request: { params: staffRoleParamsSchema, body: grantRoleBodySchema },
    responses: theMember,
    errors: [
      'not_found',
      'last_owner',
      'own_role',
      'permission_not_held',
      'role_built_in',
      'state_conflict',
    ],
  },
  revokeRole: {
    ...shared,
    method: 'delete',
    path: '/admin/staff/:userId/roles/:roleId',
    summary: 'Revoke a role',
    description: `${ONLY_HELD} The last owner stays one.`,
    permission: 'staff:write',
    freshFactor: true,
    request: { params: staffRoleParamsSchema },
    responses: theMember,
    errors: ['not_found', 'last_owner', 'permission_not_held'],
  },
  disableStaffMember: {
    ...shared,
    method: 'post',
    path: '/admin/staff/:userId/disable',
    summary: 'Disable a member of staff',
    description: `Ends all sessions; the person can no longer sign in. ${ONLY_LESSER} The last owner cannot be disabled.`,
    permission: 'staff:write',
    freshFactor: true,
    request: { params: staffParamsSchema, body: reasonBodySchema },
    responses: theMember,
    errors: ['not_found', 'last_owner', 'permission_not_held', 'state_conflict'],
  },
  enableStaffMember: {
    ...shared,
    method: 'post',
    path: '/admin/staff/:userId/enable',
    summary: 'Enable a member of staff',
    description: `The person can sign in again, with the same roles. ${ONLY_LESSER}`,
    permission: 'staff:write',
    freshFactor: true,
    request: { params: staffParamsSchema, body: reasonBodySchema },
    responses: theMember,
    errors: ['not_found', 'permission_not_held', 'state_conflict'],
  },
  resetStaffFactors: {
    ...shared,
    method: 'post',
    path: '/admin/staff/:userId/reset-factors',
    summary: 'Remove the second factors of a member of staff',
    description: `For someone who has lost them: authenticator app, passkeys, backup codes and remembered devices. All sessions end, and a mail says so. ${ONLY_LESSER}`,
    permission: 'staff:write',
    freshFactor: true,
    request: { params: staffParamsSchema, body: reasonBodySchema },
    responses: theMember,
    errors: ['not_found', 'permission_not_held', 'factor_missing'],
  },
});
