import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import type { Examples } from './examples.ts';
import { problems } from './problems.ts';

const tags = ['Operations'];

const readinessSchema = z.object({
  status: z.enum(['ok', 'unavailable']),
  checks: z
    .record(z.string(), z.union([z.literal('ok'), z.object({ problem: z.string() })]))
    .meta({ description: 'The state of each dependency: `ok`, or what is wrong with it.' }),
});

const notReady = {
  status: 'unavailable',
  checks: { database: { problem: 'does not answer' }, migrations: 'ok', queue: 'ok' },
};

/** Operations outside /api/v1, for the machines that run the shop. */
export function operationalPaths(examples: Examples): ZodOpenApiPathsObject {
  const json = (schema: z.ZodType, operationId: string) => ({
    'application/json': { schema, example: examples[operationId]?.response.body },
  });
  return {
    '/health/live': {
      get: {
        operationId: 'getLiveness',
        summary: 'Check whether the process is alive',
        description:
          'For a liveness probe. It checks no dependency, so that a database outage does not get the processes killed.',
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
        summary: 'Check whether the process is ready',
        description:
          'For a readiness probe and load balancers: whether the database answers and accepts writes, the migrations are applied, the queue exists, and the process is not shutting down.',
        tags,
        security: [],
        responses: {
          '200': {
            description: 'Database, migrations and queue are ready.',
            content: json(readinessSchema, 'getReadiness'),
          },
          ...problems(['method_not_allowed']),
          '503': {
            description: 'A dependency is not ready, or the process is shutting down.',
            headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
            content: { 'application/json': { schema: readinessSchema, example: notReady } },
          },
        },
      },
    },
  };
}
