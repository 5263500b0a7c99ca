import type { Handlers } from '../kernel/route.ts';
import type { jobRoutes } from '../routes/jobs.routes.ts';
import type { JobsService } from '../services/jobs.service.ts';
import { ok } from '../utils/response.ts';

interface Services {
  jobs: JobsService;
}

export function createJobsController({ jobs }: Services): Handlers<typeof jobRoutes> {
  return {
    async listJobs(ctx, { query }) {
      const { rows, meta, headers } = await jobs.list(ctx, query);
      return { status: 200, data: rows.map(jobs.represent), meta, headers };
    },

    async getJob(ctx, { params }) {
      return ok(jobs.represent(await jobs.get(ctx, params.jobId)));
    },

    async retryJob(ctx, { params, body }) {
      return ok(jobs.represent(await jobs.retry(ctx, params.jobId, body.reason)));
    },

    async discardJob(ctx, { params, body }) {
      return ok(jobs.represent(await jobs.discard(ctx, params.jobId, body.reason)));
    },
  };
}
