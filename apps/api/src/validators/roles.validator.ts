import { z } from 'zod';
import { holderOf, staffPermissions } from '../kernel/permissions.ts';
import { idSchema, textSchema, timestampSchema } from './shared.validator.ts';

/** Any permission that a role may hold. */
const permissionSchema = z
  .enum([...staffPermissions, ...holderOf.keys()])
  .meta({ id: 'Permission', description: '`resource:action`, or `resource:action:own`.' });

const permissionsSchema = z.array(permissionSchema).max(500);

export const roleParamsSchema = z.object({ roleId: idSchema('role') });

const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, 'must be lower-case letters, digits and _, such as night_shift')
  .meta({ example: 'night_shift' });

export const createRoleBodySchema = z.strictObject({
  name: nameSchema,
  title: textSchema(100).meta({ example: 'Night shift' }),
  description: textSchema(500, 0).default(''),
  permissions: permissionsSchema.default([]),
});

export const changeRoleBodySchema = z.strictObject({
  title: textSchema(100).optional(),
  description: textSchema(500, 0).optional(),
  permissions: permissionsSchema.optional().meta({ description: 'All that the role allows.' }),
});

export const roleSchema = z
  .object({
    id: idSchema('role'),
    name: z.string(),
    title: z.string(),
    description: z.string(),
    builtIn: z.boolean().meta({ description: 'Whether it came with the shop.' }),
    permissions: z.array(z.string()),
    grants: z.int().meta({ description: 'How many people have been granted it.' }),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'Role', description: 'A set of permissions.' });

export const listedPermissionSchema = z
  .object({
    name: z.string().meta({ example: 'orders:refund' }),
    holder: z.enum(['staff', 'customer', 'verified_customer', 'user']).meta({
      description:
        'Who may hold it: `staff` by their roles; customers by the role `customer`, with a verified address where it says so; or every signed-in person.',
    }),
    defaultRoles: z.array(z.string()).meta({
      description: 'The built-in roles that hold it unless they are changed.',
    }),
    routes: z.array(z.string()).meta({
      description: 'The routes that require it.',
      example: ['POST /admin/orders/{orderId}/refunds'],
    }),
    fields: z.array(z.string()).meta({
      description: 'The members of answers that are null without it, or another that opens them.',
      example: ['StaffOrder.email'],
    }),
  })
  .meta({ id: 'ListedPermission', description: 'Something that a role may allow.' });
