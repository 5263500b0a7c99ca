import { z } from 'zod';
import { userStatuses } from '../domains/auth.enums.ts';
import {
  cursorSchema,
  idSchema,
  limitSchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

export const staffParamsSchema = z.object({ userId: idSchema('user') });
export const staffRoleParamsSchema = z.object({
  userId: idSchema('user'),
  roleId: idSchema('role'),
});

export const staffListQuerySchema = z.strictObject({
  q: textSchema(254).optional().meta({ description: 'Part of an e-mail address.' }),
  roleId: idSchema('role').optional(),
  status: z.enum(userStatuses).optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

export const grantRoleBodySchema = z.strictObject({
  expiresAt: timestampSchema
    .nullish()
    .meta({ description: 'Absent or null: for an unlimited time.' }),
});

const grantedRoleSchema = z.object({
  roleId: idSchema('role'),
  name: z.string().meta({ example: 'support' }),
  title: z.string(),
  expiresAt: timestampSchema.nullable(),
  grantedAt: timestampSchema,
});

export const staffMemberSchema = z
  .object({
    id: idSchema('user'),
    email: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    status: z.enum(userStatuses),
    roles: z.array(grantedRoleSchema).meta({ description: 'Expired ones included.' }),
    permissions: z.array(z.string()).meta({ description: 'What the roles allow now.' }),
    lastSeenAt: timestampSchema.nullable(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'StaffMember', description: 'Someone who has been granted a role.' });
