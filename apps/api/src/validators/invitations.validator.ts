import { z } from 'zod';
import { invitationStatuses } from '../domains/invitations.enums.ts';
import { newPasswordSchema } from './passwords.validator.ts';
import {
  cursorSchema,
  emailSchema,
  idSchema,
  limitSchema,
  localeSchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';
import { staffMemberSchema } from './staff.validator.ts';

export const invitationParamsSchema = z.object({ invitationId: idSchema('invitation') });

export const invitationListQuerySchema = z.strictObject({
  status: z.enum(invitationStatuses).optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

export const createInvitationBodySchema = z.strictObject({
  email: emailSchema,
  roleIds: z.array(idSchema('role')).min(1).max(10),
  grantExpiresAt: timestampSchema.nullish().meta({
    description: 'When the roles end; absent or null: for an unlimited time.',
  }),
  locale: localeSchema.optional().meta({ description: 'The language of the mail.' }),
});

export const acceptInvitationBodySchema = z.strictObject({
  token: z.string().min(1).max(200).meta({ description: 'From the link of the mail.' }),
  password: newPasswordSchema.optional().meta({
    description: 'For a new account. Someone who has one keeps their password.',
  }),
  firstName: textSchema(100).optional(),
  lastName: textSchema(100).optional(),
});

export const invitationSchema = z
  .object({
    id: idSchema('invitation'),
    email: z.string(),
    locale: z.string().nullable(),
    roleIds: z.array(idSchema('role')),
    grantExpiresAt: timestampSchema.nullable(),
    status: z.enum(invitationStatuses),
    sends: z.int().meta({ description: 'How many mails were sent.' }),
    sentAt: timestampSchema,
    expiresAt: timestampSchema,
    acceptedAt: timestampSchema.nullable(),
    revokedAt: timestampSchema.nullable(),
    invitedBy: z.string().meta({ example: 'staff:usr_01k…' }),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Invitation', description: 'Someone is invited to the staff.' });

export const acceptedInvitationSchema = z.object({
  member: staffMemberSchema,
  isNew: z.boolean().meta({ description: 'Whether the account is new. Sign in to it.' }),
});
