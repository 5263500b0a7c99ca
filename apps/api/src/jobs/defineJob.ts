import { z } from 'zod';
import type { Context } from '../kernel/context.ts';

/** What the worker needs to run a job. `Services` are those that its handler asks for. */
export interface Job<Services> {
  /** `<stem>.<verb>`; it is written into the database, so renaming it orphans what is queued. */
  readonly name: string;
  /** How often it is tried, with growing pauses (e^attempt seconds), before it counts as dead; three times when the database refuses its data again and again. */
  readonly maxAttempts: number;
  /** Among jobs that are due, the lower number runs first; 0 is where somebody waits for it. */
  readonly priority: number;
  /** Checks the payload and handles it. @throws {PermanentJobError} when trying again is pointless. */
  readonly run: (payload: unknown, ctx: Context, services: Services) => Promise<void>;
}

/** A job with the schema of its payload, which types `queue.enqueue`. */
export interface JobDefinition<Schema extends z.ZodType, Services> extends Job<Services> {
  readonly schema: Schema;
}

/**
 * The flag of a job that was queued under a key. When another is queued under the key of one that
 * runs, the library takes away that one's key and what it has left of attempts; the flag stays.
 */
export const KEYED = 'keyed';

/** Thrown by a handler (or for a payload that fits no schema): the job is dead at once. */
export class PermanentJobError extends Error {
  override readonly name = 'PermanentJobError';
}

/**
 * Declares a job. A handler is given what it asks for: annotate its third parameter with the
 * services it needs, e.g. `(payload, ctx, services: { email: EmailService })`; the compiler checks
 * that the container has them. It may be run more than once (at-least-once), also after it
 * succeeded, so it must be idempotent.
 */
export function defineJob<Schema extends z.ZodType, Services>(definition: {
  name: string;
  schema: Schema;
  maxAttempts: number;
  priority?: number;
  handle: (payload: z.output<Schema>, ctx: Context, services: Services) => Promise<void>;
}): JobDefinition<Schema, Services> {
  const { name, schema, maxAttempts, priority = 0, handle } = definition;
  return {
    name,
    schema,
    maxAttempts,
    priority,
    async run(payload, ctx, services) {
      const parsed = schema.safeParse(payload);
      if (!parsed.success) {
        throw new PermanentJobError(`The payload is not valid: ${z.prettifyError(parsed.error)}`);
      }
      await handle(parsed.data, ctx, services);
    },
  };
}
