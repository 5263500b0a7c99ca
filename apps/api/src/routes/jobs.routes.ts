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
    summary: 'List jobs',
    description: 'Newest first. `state=dead` lists the jobs that are no longer retried.',
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
    summary: 'Get a job',
    description: 'Available until the job succeeds, since a finished job is not kept.',
    permission: 'jobs:read',
    request: { params: jobParamsSchema },
    responses: { 200: { description: 'The job.', schema: jobSchema } },
    errors: ['not_found'],
  },
  retryJob: {
    ...shared,
    method: 'post',
    path: '/admin/jobs/:jobId/retry',
    summary: 'Retry a job now',
    description: 'The job gets all its attempts back, also when it is dead.',
    permission: 'jobs:write',
    request: { params: jobParamsSchema, body: reasonBodySchema },
    responses: { 200: { description: 'The job, waiting again.', schema: jobSchema } },
    errors: ['not_found', 'state_conflict'],
  },
  discardJob: {
    ...shared,
    method: 'post',
    path: '/admin/jobs/:jobId/discard',
    summary: 'Discard a job',
    description: 'Removes the job from the queue. Its definition is kept in the audit log.',
    permission: 'jobs:write',
    request: { params: jobParamsSchema, body: reasonBodySchema },
    responses: { 200: { description: 'The job as it was.', schema: jobSchema } },
    errors: ['not_found', 'state_conflict'],
  },
});
