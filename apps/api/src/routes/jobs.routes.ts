import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { reasonBodySchema } from '../validators/admin.validator.ts';
import { jobListQuerySchema, jobParamsSchema, jobSchema } from '../validators/jobs.validator.ts';
import { pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Jobs', cache: 'private' } as const;

export const jobRoutes = defineRoutes({
  listJobs: {
    ...shared,
    method: 'get',
    path: '/admin/jobs',
    summary: 'List the jobs of the queue',
    description: 'Newest first. `state=dead` lists those that nobody will try again.',
    permission: 'jobs:read',
    request: { query: jobListQuerySchema },
    responses: {
      200: { description: 'A page of jobs.', schema: z.array(jobSchema), meta: pageMetaSchema },
    },
    errors: ['invalid_cursor'],
  },
  getJob: {
    ...shared,
    method: 'get',
    path: '/admin/jobs/:jobId',
    summary: 'Get a job of the queue',
    description: 'Until it is done: a job that has succeeded is gone.',
    permission: 'jobs:read',
    request: { params: jobParamsSchema },
    responses: { 200: { description: 'The job.', schema: jobSchema } },
    errors: ['not_found'],
  },
  retryJob: {
    ...shared,
    method: 'post',
    path: '/admin/jobs/:jobId/retry',
    summary: 'Run a job again at once',
    description: 'With all its attempts anew; a dead one comes back to life.',
    permission: 'jobs:write',
    request: { params: jobParamsSchema, body: reasonBodySchema },
    responses: { 200: { description: 'The job as it waits now.', schema: jobSchema } },
    errors: ['not_found', 'state_conflict'],
  },
  discardJob: {
    ...shared,
    method: 'post',
    path: '/admin/jobs/:jobId/discard',
    summary: 'Take a job out of the queue',
    description: 'What it was is kept in the audit.',
    permission: 'jobs:write',
    request: { params: jobParamsSchema, body: reasonBodySchema },
    responses: { 200: { description: 'The job as it was.', schema: jobSchema } },
    errors: ['not_found', 'state_conflict'],
  },
});
