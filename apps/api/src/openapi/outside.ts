import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';

const tags = ['Operations'];

const readinessSchema = z.object({
  status: z.enum(['ok', 'unavailable']),
  checks: z
    .record(z.string(), z.union([z.literal('ok'), z.object({ problem: z.string() })]))
    .meta({ description: 'Each thing the process needs, and what is wrong with it.' }),
});

/** What stands outside /api/v1, for machines that run the shop. */
export const outsideTheApi: ZodOpenApiPathsObject = {
  '/health/live': {
    get: {
      operationId: 'getLiveness',
      summary: 'Whether the process runs',
      tags,
      security: [],
      responses: {
        '200': {
          description: 'It does.',
          content: { 'application/json': { schema: z.object({ status: z.literal('ok') }) } },
        },
      },
    },
  },
  '/health/ready': {
    get: {
      operationId: 'getReadiness',
      summary: 'Whether the process can do its work',
      tags,
      security: [],
      responses: {
        '200': {
          description: 'Database, migrations and queue are there.',
          content: { 'application/json': { schema: readinessSchema } },
        },
        '503': {
          description: 'Something is missing, or the process is shutting down.',
          content: { 'application/json': { schema: readinessSchema } },
        },
      },
    },
  },
};
