import type { JobsService } from '../services/jobs.service.ts';
import { ok, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';
import type { ReasonBody } from '../validators/admin.validator.ts';
import type { JobListQuery, JobParams } from '../validators/jobs.validator.ts';

export type JobsController = ReturnType<typeof createJobsController>;

interface ActInput {
  params: JobParams;
  body: ReasonBody;
}

export function createJobsController({ jobs }: { jobs: JobsService }) {
  return {
    async list({ query }: { query: JobListQuery }, ctx: RequestContext): Promise<Reply> {
      const { rows, meta, headers } = await jobs.list(ctx, query);
      return { status: 200, data: rows.map(jobs.represent), meta, headers };
    },

    async get({ params }: { params: JobParams }, ctx: RequestContext): Promise<Reply> {
      return ok(jobs.represent(await jobs.get(ctx, params.jobId)));
    },

    async retry({ params, body }: ActInput, ctx: RequestContext): Promise<Reply> {
      return ok(jobs.represent(await jobs.retry(ctx, params.jobId, body.reason)));
    },

    async discard({ params, body }: ActInput, ctx: RequestContext): Promise<Reply> {
      return ok(jobs.represent(await jobs.discard(ctx, params.jobId, body.reason)));
    },
  };
}
