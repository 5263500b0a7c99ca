import type { z } from 'zod';
import { defineJob, type Job } from '../../src/jobs/defineJob.ts';
import { runnableJob, type RunnableJob } from '../../src/jobs/runnableJob.ts';
import type { Context } from '../../src/kernel/context.ts';

/** A job for a test, with its handler: it can be queued and run. */
export function testJob<Schema extends z.ZodType>(definition: {
  name: string;
  schema: Schema;
  maxAttempts: number;
  isAlone?: boolean;
  handle: (ctx: Context, payload: z.output<Schema>) => Promise<void>;
}): Job<Schema> & RunnableJob<object> {
  const { handle, ...rest } = definition;
  const job = defineJob(rest);
  return { ...job, ...runnableJob(job, (ctx, payload, _services: object) => handle(ctx, payload)) };
}
