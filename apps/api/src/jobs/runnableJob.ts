import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Job } from './defineJob.ts';
import { PermanentJobError } from './permanentJobError.ts';

/** What the job worker needs to run a job. `Services` are those that its handler uses. */
export interface RunnableJob<Services> extends Pick<Job, 'name' | 'maxAttempts'> {
  /** When the clock queues it, without a payload: minute, hour, day of month, month, day of week; in UTC. */
  readonly cron?: string;
  /** Checks the payload and handles it. @throws {PermanentJobError} when trying again is pointless. */
  readonly run: (ctx: Context, payload: unknown, services: Services) => Promise<void>;
}

/**
 * Joins a job and its handler. The handler's third parameter names the services that it needs; the
 * compiler checks that the container has them.
 */
export function runnableJob<Schema extends z.ZodType, Services>(
  { name, schema, maxAttempts }: Job<Schema>,
  handle: (ctx: Context, payload: z.output<Schema>, services: Services) => Promise<void>,
  schedule: { readonly cron?: string } = {},
): RunnableJob<Services> {
  return {
    name,
    maxAttempts,
    ...schedule,
    async run(ctx, payload, services) {
      const parsed = schema.safeParse(payload);
      if (!parsed.success) {
        throw new PermanentJobError(`The payload is not valid: ${z.prettifyError(parsed.error)}`);
      }
      await handle(ctx, parsed.data, services);
    },
  };
}
