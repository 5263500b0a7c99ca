import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { reasonBodySchema } from '../validators/admin.validator.ts';
import {
  acceptedInvitationSchema,
  acceptInvitationBodySchema,
  createInvitationBodySchema,
  invitationListQuerySchema,
  invitationParamsSchema,
  invitationSchema,
} from '../validators/invitations.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Invitations', cache: 'private' } as const;
const request = { params: invitationParamsSchema };
const theInvitation = { description: 'The invitation.', schema: invitationSchema } as const;
const ONLY_HELD =
  'You can do this only if you hold each permission of the roles yourself, for at least as long as they are granted.';

export const invitationRoutes = defineRoutes({
  listInvitations: {
    ...shared,
    method: 'get',
    path: '/admin/invitations',
    summary: 'List invitations',
    description: 'Newest first.',
    permission: 'staff:read',
    request: { query: invitationListQuerySchema },
    responses: {
      200: {
        description: 'A page of invitations.',
        schema: z.array(invitationSchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  createInvitation: {
    ...shared,
    method: 'post',
    path: '/admin/invitations',
    summary: 'Invite someone to the staff',
    description: `Sends a mail whose link is valid for 7 days, and once. ${ONLY_HELD} What you no longer hold when the link is used, it no longer grants.`,
    permission: 'staff:write',
    freshFactor: true,
    request: { body: createInvitationBodySchema },
    responses: { 201: theInvitation },
    errors: ['not_found', 'own_role', 'permission_not_held', 'role_built_in'],
  },
  getInvitation: {
    ...shared,
    method: 'get',
    path: '/admin/invitations/:invitationId',
    summary: 'Get an invitation',
    permission: 'staff:read',
    request,
    responses: { 200: theInvitation },
    errors: ['not_found'],
  },
  resendInvitation: {
    ...shared,
    method: 'post',
    path: '/admin/invitations/:invitationId/resend',
    summary: 'Send an invitation again',
    description: `The new link is valid for 7 days; the one before no longer is. You are the inviter from then on. ${ONLY_HELD}`,
    permission: 'staff:write',
    freshFactor: true,
    request,
    responses: { 200: theInvitation },
    errors: ['not_found', 'permission_not_held', 'state_conflict'],
  },
  revokeInvitation: {
    ...shared,
    method: 'post',
    path: '/admin/invitations/:invitationId/revoke',
    summary: 'Revoke an invitation',
    description: 'Its link is no longer valid.',
    permission: 'staff:write',
    freshFactor: true,
    request: { ...request, body: reasonBodySchema },
    responses: { 200: theInvitation },
    errors: ['not_found', 'state_conflict'],
  },
  acceptInvitation: {
    ...shared,
    method: 'post',
    acceptsStaleCaller: true,
    path: '/auth/invitations/accept',
    summary: 'Accept an invitation',
    description:
      'By the token in the link of the mail. Without an account, send a password and sign in with it afterwards. Someone who has an account with this address signs in first (`sign_in_required`), and keeps their password.',
    permission: 'public',
    idempotency: 'none',
    limit: { class: 'codes', per: 'token' },
    links: { 'accept-invitation': { title: 'Accept an invitation to the staff (POST)' } },
    request: { body: acceptInvitationBodySchema },
    responses: { 200: { description: 'The new member.', schema: acceptedInvitationSchema } },
    errors: [
      'invalid_token',
      'own_role',
      'password_too_weak',
      'sign_in_required',
      'state_conflict',
    ],
  },
});
