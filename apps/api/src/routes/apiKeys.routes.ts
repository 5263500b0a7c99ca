import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { reasonBodySchema } from '../validators/admin.validator.ts';
import {
  apiKeyListQuerySchema,
  apiKeyParamsSchema,
  apiKeySchema,
  createApiKeyBodySchema,
  madeApiKeySchema,
  rotateApiKeyBodySchema,
} from '../validators/apiKeys.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'API keys', cache: 'private' } as const;
const request = { params: apiKeyParamsSchema };
const ONLY_HELD = 'You can do this only if you hold each permission of the key yourself.';

export const apiKeyRoutes = defineRoutes({
  listApiKeys: {
    ...shared,
    method: 'get',
    path: '/admin/api-keys',
    summary: 'List API keys',
    description: 'Newest first, revoked ones included.',
    permission: 'apiKeys:read',
    request: { query: apiKeyListQuerySchema },
    responses: {
      200: { description: 'A page of keys.', schema: z.array(apiKeySchema), meta: pageMetaSchema },
    },
    errors: ['invalid_cursor'],
  },
  createApiKey: {
    ...shared,
    method: 'post',
    path: '/admin/api-keys',
    summary: 'Create an API key',
    description: `The answer alone shows the key. A secret key loses what its owner, the person who makes it, may no longer do, and is refused while that person is disabled. ${ONLY_HELD}`,
    permission: 'apiKeys:write',
    freshFactor: true,
    secretReply: true,
    request: { body: createApiKeyBodySchema },
    responses: { 201: { description: 'The key.', schema: madeApiKeySchema } },
    errors: ['permission_not_held'],
  },
  getApiKey: {
    ...shared,
    method: 'get',
    path: '/admin/api-keys/:keyId',
    summary: 'Get an API key',
    permission: 'apiKeys:read',
    request,
    responses: { 200: { description: 'The key.', schema: apiKeySchema } },
    errors: ['not_found'],
  },
  rotateApiKey: {
    ...shared,
    method: 'post',
    path: '/admin/api-keys/:keyId/rotate',
    summary: 'Rotate an API key',
    description: `Makes another key in its place; the one before stays valid for a while. ${ONLY_HELD}`,
    permission: 'apiKeys:write',
    freshFactor: true,
    secretReply: true,
    request: { ...request, body: rotateApiKeyBodySchema },
    responses: { 200: { description: 'The key.', schema: madeApiKeySchema } },
    errors: ['not_found', 'permission_not_held', 'state_conflict'],
  },
  revokeApiKey: {
    ...shared,
    method: 'post',
    path: '/admin/api-keys/:keyId/revoke',
    summary: 'Revoke an API key',
    description: 'It, and each key made by it, is refused within a second. It cannot be undone.',
    permission: 'apiKeys:write',
    freshFactor: true,
    request: { ...request, body: reasonBodySchema },
    responses: { 200: { description: 'The key.', schema: apiKeySchema } },
    errors: ['not_found', 'state_conflict'],
  },
  takeApiKey: {
    ...shared,
    method: 'post',
    path: '/admin/api-keys/:keyId/take',
    summary: 'Take over a secret key',
    description: `You become its owner, whose rights limit it from then on. ${ONLY_HELD}`,
    permission: 'apiKeys:write',
    freshFactor: true,
    request: { ...request, body: reasonBodySchema },
    responses: { 200: { description: 'The key.', schema: apiKeySchema } },
    errors: ['not_found', 'permission_not_held', 'state_conflict'],
  },
});
