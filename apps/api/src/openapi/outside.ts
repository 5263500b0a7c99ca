import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import type { Examples } from './examples.ts';
import { problems } from './problems.ts';

const tags = ['Operations'];

const readinessSchema = z.object({
  status: z.enum(['ok', 'unavailable']),
  checks: z
    .record(z.string(), z.union([z.literal('ok'), z.object({ problem: z.string() })]))
    .meta({ description: 'Each thing the process needs, and what is wrong with it.' }),
});

const notReady = {
  status: 'unavailable',
  checks: { database: { problem: 'does not answer' }, migrations: 'ok', queue: 'ok' },
};

/** What stands outside /api/v1, for machines that run the shop. */
export function outsideTheApi(examples: Examples): ZodOpenApiPathsObject {
  const json = (schema: z.ZodType, operationId: string) => ({
    'application/json': { schema, example: examples[operationId]?.response.body },
  });
  return {
    '/health/live': {
      get: {
        operationId: 'getLiveness',
        summary: 'See whether the process runs',
        description:
          'For a liveness probe: it asks nothing of anything else, so that a database that is away does not have its processes killed.',
        tags,
        security: [],
        responses: {
          '200': {
            description: 'It does.',
            content: json(z.object({ status: z.literal('ok') }), 'getLiveness'),
          },
          ...problems(['method_not_allowed']),
        },
      },
    },
    '/health/ready': {
      get: {
        operationId: 'getReadiness',
        summary: 'See whether the process can do its work',
        description:
          'For a readiness probe and load balancers: whether the database is there and takes writes, its migrations and the queue are there, and the process is not on its way out.',
        tags,
        security: [],
        responses: {
          '200': {
            description: 'Database, migrations and queue are there.',
            content: json(readinessSchema, 'getReadiness'),
          },
          ...problems(['method_not_allowed']),
          '503': {
            description: 'Something is missing, or the process is shutting down.',
            headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
            content: { 'application/json': { schema: readinessSchema, example: notReady } },
          },
        },
      },
    },
  };
}
