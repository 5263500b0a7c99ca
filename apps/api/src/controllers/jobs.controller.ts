import type { Handlers } from '../kernel/route.ts';
import { presentJob } from '../presenters/jobs.presenter.ts';
import type { jobRoutes } from '../routes/jobs.routes.ts';
import type { JobsService } from '../services/jobs.service.ts';
import { ok, page } from '../utils/response.ts';

interface Services {
  jobs: JobsService;
}

export function createJobsController({ jobs }: Services): Handlers<typeof jobRoutes> {
  return {
    async listJobs(ctx, { query }) {
      const { rows, meta } = await jobs.list(ctx, query);
      return page(rows.map(presentJob), meta);
    },

    async getJob(ctx, { params }) {
      return ok(presentJob(await jobs.get(ctx, params.jobId)));
    },

    async retryJob(ctx, { params, body }) {
      return ok(presentJob(await jobs.retry(ctx, params.jobId, body.reason)));
    },

    async discardJob(ctx, { params, body }) {
      return ok(presentJob(await jobs.discard(ctx, params.jobId, body.reason)));
    },
  };
}
