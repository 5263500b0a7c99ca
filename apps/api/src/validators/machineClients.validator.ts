import { z } from 'zod';
import { apiKeySchema, keyPermissionsSchema } from './apiKeys.validator.ts';
import {
  cursorSchema,
  idSchema,
  limitSchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

export const machineClientParamsSchema = z.object({ clientId: idSchema('machineClient') });

export const machineClientListQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const nameSchema = textSchema(100).meta({ example: 'Warehouse' });

export const createMachineClientBodySchema = z.strictObject({
  name: nameSchema,
  permissions: keyPermissionsSchema,
  expiresAt: timestampSchema.nullish(),
});

export const changeMachineClientBodySchema = z.strictObject({
  name: nameSchema.optional(),
  permissions: keyPermissionsSchema
    .optional()
    .meta({ description: 'All that it may do; tokens lose at once what is left out.' }),
  expiresAt: timestampSchema.nullish(),
});

export const machineClientSchema = apiKeySchema
  .omit({ kind: true, publicKey: true, salesChannel: true, origins: true })
  .extend({
    id: idSchema('machineClient').meta({ description: 'The `client_id`.' }),
    hint: z
      .string()
      .meta({ description: 'How its secret begins and ends.', example: 'cw_cs_…7f3k' }),
    previousExpiresAt: timestampSchema.nullable().meta({
      description: 'Until when the secret before the last rotation is valid too.',
    }),
    ownerId: idSchema('user').nullable().meta({
      description: 'The person whose rights limit it; null for none.',
    }),
  })
  .meta({ id: 'MachineClient', description: 'A client of OAuth 2 without its secret.' });

export const madeMachineClientSchema = machineClientSchema
  .extend({ secret: z.string().meta({ description: 'The `client_secret`. Shown only now.' }) })
  .meta({ id: 'MadeMachineClient', description: 'A client of OAuth 2 with its secret.' });
