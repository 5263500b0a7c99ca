import { z } from 'zod';
import { apiKeyKinds } from '../domains/apiKeys.enums.ts';
import { staffPermissions } from '../kernel/permissions.ts';
import {
  cursorSchema,
  idSchema,
  limitSchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

export const apiKeyParamsSchema = z.object({ keyId: idSchema('apiKey') });

export const apiKeyListQuerySchema = z.strictObject({
  kind: z.enum(apiKeyKinds).optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const originSchema = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine((text) => URL.parse(text)?.origin === text, 'must be an origin: https://shop.example')
  .meta({ example: 'https://shop.example' });

const common = {
  name: textSchema(100).meta({ example: 'Warehouse' }),
  expiresAt: timestampSchema.nullish(),
};
export const keyPermissionsSchema = z.array(z.enum(staffPermissions)).min(1).max(500);

export const createApiKeyBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('publishable'),
    ...common,
    salesChannel: textSchema(100).nullish().meta({
      description:
        'Where its storefront sells: carts that are opened with the key, and their orders, have it. Keys of other channels cannot use those carts.',
      example: 'web',
    }),
    origins: z.array(originSchema).max(50).default([]).meta({
      description:
        'The origins of pages that may send it; none is any. Only browsers say their origin, so a request without the header Origin is that of a server or a script, and is let in.',
    }),
  }),
  z.strictObject({ kind: z.literal('secret'), ...common, permissions: keyPermissionsSchema }),
]);

export const rotateApiKeyBodySchema = z.strictObject({
  overlapMinutes: z.int().min(0).max(10_080).default(60).meta({
    description: 'How long the key before stays valid beside the new one.',
  }),
});

export const apiKeySchema = z
  .object({
    id: idSchema('apiKey'),
    kind: z.enum(apiKeyKinds),
    name: z.string(),
    hint: z.string().meta({ description: 'How it begins and ends.', example: 'cw_sk_…7f3k' }),
    publicKey: z.string().nullable().meta({ description: 'A publishable key as it is.' }),
    permissions: z.array(z.string()),
    salesChannel: z.string().nullable(),
    origins: z.array(z.string()),
    expiresAt: timestampSchema.nullable(),
    previousExpiresAt: timestampSchema.nullable().meta({
      description: 'Until when the key before the last rotation is valid too.',
    }),
    lastUsedAt: timestampSchema.nullable(),
    revokedAt: timestampSchema.nullable(),
    ownerId: idSchema('user').nullable().meta({
      description: 'Of a secret key: the person whose rights limit it; null for none.',
    }),
    createdBy: z.string().meta({ example: 'staff:usr_01k…' }),
    createdAt: timestampSchema,
  })
  .meta({ id: 'ApiKey', description: 'A key without its secret.' });

export const madeApiKeySchema = apiKeySchema
  .extend({
    key: z.string().meta({ description: 'The key. Shown only now.' }),
  })
  .meta({ id: 'MadeApiKey', description: 'A key with its secret.' });
