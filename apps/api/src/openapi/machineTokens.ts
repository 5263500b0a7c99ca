import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { staffPermissions } from '../kernel/permissions.ts';
import { API_BASE, MACHINE_TOKENS } from '../routes/base.ts';
import type { Examples } from './examples.ts';
import { problems } from './problems.ts';

/** The name of the operation. */
const OPERATION = 'issueMachineToken';

/** How clients of OAuth 2 get the tokens with which they call staff's routes. */
export const machineScheme = {
  type: 'oauth2',
  description: 'A client of OAuth 2: see the operation `issueMachineToken`.',
  flows: {
    clientCredentials: {
      tokenUrl: API_BASE + MACHINE_TOKENS,
      scopes: Object.fromEntries(
        staffPermissions.map((permission) => [permission, `The permission ${permission}.`]),
      ),
    },
  },
} as const;

const formSchema = z
  .object({
    grant_type: z.literal('client_credentials'),
    scope: z.string().optional().meta({
      description: 'Some of the client’s permissions, separated by spaces; all, if left out.',
      example: 'orders:read orders:write',
    }),
    client_id: z.string().optional().meta({
      description: 'With `client_secret`, in place of HTTP Basic.',
    }),
    client_secret: z.string().optional(),
  })
  .meta({ id: 'MachineTokenRequest', description: 'A request for a token (RFC 6749, 4.4.2).' });

const tokenSchema = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'Seconds.', example: 900 }),
    scope: z.string().meta({ description: 'The permissions of the token.' }),
  })
  .meta({ id: 'MachineToken', description: 'A token (RFC 6749, 5.1).' });

const errorSchema = z
  .object({ error: z.string(), error_description: z.string() })
  .meta({ id: 'MachineTokenError', description: 'Why there is no token (RFC 6749, 5.2).' });

const refusals = [
  ['400', 'The request is not as RFC 6749 says.', 'invalid_scope'],
  ['401', 'The client is unknown, its secret is wrong, or it has ended.', 'invalid_client'],
] as const;

/** It takes a form and answers as RFC 6749 says, so it is no ordinary route, and is described here. */
export function machineTokenOperation(examples: Examples): ZodOpenApiOperationObject {
  const recorded = examples[OPERATION];
  const refused = (error: string) => recorded?.problems[error];
  return {
    operationId: OPERATION,
    summary: 'Issue a token to a machine client',
    description:
      'For clients of OAuth 2 (RFC 6749, 4.4). A client proves itself by its id and secret, by HTTP Basic or in the form, and gets a token for 15 minutes, which it sends as `Authorization: Bearer`. What the token allows is asked anew for each request: it loses at once what the client or its owner loses. There is no refresh token: get the next token by the secret.',
    tags: ['Machine clients'],
    security: [],
    requestBody: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: formSchema,
          example: { grant_type: 'client_credentials', scope: 'orders:read' },
        },
      },
    },
    responses: {
      '200': {
        description: 'A token.',
        content: {
          'application/json': { schema: tokenSchema, example: recorded?.response.body },
        },
      },
      ...problems(
        [
          'method_not_allowed',
          'payload_too_large',
          'unsupported_media_type',
          'expectation_failed',
          'rate_limited',
          'internal_error',
          'service_unavailable',
        ],
        recorded?.problems,
      ),
      ...Object.fromEntries(
        refusals.map(([status, description, error]) => [
          status,
          {
            description,
            content: { 'application/json': { schema: errorSchema, example: refused(error) } },
          },
        ]),
      ),
    },
  };
}
