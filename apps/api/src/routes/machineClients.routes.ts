import { defineRoutes } from '../kernel/route.ts';
import { z } from 'zod';
import { reasonBodySchema } from '../validators/admin.validator.ts';
import { rotateApiKeyBodySchema } from '../validators/apiKeys.validator.ts';
import {
  changeMachineClientBodySchema,
  createMachineClientBodySchema,
  machineClientListQuerySchema,
  machineClientParamsSchema,
  machineClientSchema,
  madeMachineClientSchema,
} from '../validators/machineClients.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Machine clients', cache: 'private' } as const;
const request = { params: machineClientParamsSchema };
const theClient = { description: 'The client.', schema: machineClientSchema };
const madeClient = { description: 'The client.', schema: madeMachineClientSchema };
const ONLY_HELD = 'You can do this only if you hold each permission of the client yourself.';

export const machineClientRoutes = defineRoutes({
  listMachineClients: {
    ...shared,
    method: 'get',
    path: '/admin/machine-clients',
    summary: 'List machine clients',
    description: 'Newest first, revoked ones included.',
    permission: 'apiKeys:read',
    request: { query: machineClientListQuerySchema },
    responses: {
      200: {
        description: 'A page of clients.',
        schema: z.array(machineClientSchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  createMachineClient: {
    ...shared,
    method: 'post',
    path: '/admin/machine-clients',
    summary: 'Create a machine client',
    description: `The answer alone shows the secret. A client loses what its owner, the person who makes it, may no longer do, and is refused while that person is disabled. ${ONLY_HELD}`,
    permission: 'apiKeys:write',
    freshFactor: true,
    secretReply: true,
    request: { body: createMachineClientBodySchema },
    responses: { 201: madeClient },
    errors: ['permission_not_held'],
  },
  getMachineClient: {
    ...shared,
    method: 'get',
    path: '/admin/machine-clients/:clientId',
    summary: 'Get a machine client',
    permission: 'apiKeys:read',
    request,
    responses: { 200: theClient },
    errors: ['not_found'],
  },
  changeMachineClient: {
    ...shared,
    method: 'patch',
    path: '/admin/machine-clients/:clientId',
    summary: 'Change a machine client',
    description:
      'Its tokens have no more than it has, within a second; a permission that is added comes with its next token. You can give it only what you hold yourself.',
    permission: 'apiKeys:write',
    freshFactor: true,
    request: { ...request, body: changeMachineClientBodySchema },
    responses: { 200: theClient },
    errors: ['not_found', 'permission_not_held', 'state_conflict'],
  },
  rotateMachineClientSecret: {
    ...shared,
    method: 'post',
    path: '/admin/machine-clients/:clientId/rotate',
    summary: 'Rotate the secret of a machine client',
    description: `Makes another secret; the one before stays valid for a while. Tokens stay valid until they expire: to end them, revoke the client. ${ONLY_HELD}`,
    permission: 'apiKeys:write',
    freshFactor: true,
    secretReply: true,
    request: { ...request, body: rotateApiKeyBodySchema },
    responses: { 200: madeClient },
    errors: ['not_found', 'permission_not_held', 'state_conflict'],
  },
  revokeMachineClient: {
    ...shared,
    method: 'post',
    path: '/admin/machine-clients/:clientId/revoke',
    summary: 'Revoke a machine client',
    description:
      'It, each of its tokens, and each key and client made by it, is refused within a second. It cannot be undone.',
    permission: 'apiKeys:write',
    freshFactor: true,
    request: { ...request, body: reasonBodySchema },
    responses: { 200: theClient },
    errors: ['not_found', 'state_conflict'],
  },
  takeMachineClient: {
    ...shared,
    method: 'post',
    path: '/admin/machine-clients/:clientId/take',
    summary: 'Take over a machine client',
    description: `You become its owner, whose rights limit it from then on. ${ONLY_HELD}`,
    permission: 'apiKeys:write',
    freshFactor: true,
    request: { ...request, body: reasonBodySchema },
    responses: { 200: theClient },
    errors: ['not_found', 'permission_not_held', 'state_conflict'],
  },
});
