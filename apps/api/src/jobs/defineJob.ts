import type { z } from 'zod';

/** What a caller needs to queue a job. Its handler (`<stem>.<verb>.handler.ts`) does the work. */
export interface Job<Schema extends z.ZodType = z.ZodType> {
  /** `<stem>.<verb>`; it is written into the database, so renaming it orphans what is queued. */
  readonly name: string;
  /** Of its payload, which types `queue.enqueue` and the handler. */
  readonly schema: Schema;
  /** How often it is tried, with growing pauses (e^attempt seconds), before it counts as dead; three times when the database refuses its data again and again. */
  readonly maxAttempts: number;
  /** Among due jobs, the lower number runs first; 0 is for jobs that someone waits for. */
  readonly priority: number;
  /** Whether one of them runs at a time, in all processes; the others wait. */
  readonly isAlone: boolean;
}

/** What the handler of a job gets. */
export type JobPayload<J extends Job> = z.output<J['schema']>;

/** Declares a job. A handler may run more than once, also after it succeeded, so it is idempotent. */
export function defineJob<Schema extends z.ZodType>({
  priority = 0,
  isAlone = false,
  ...job
}: Omit<Job<Schema>, 'priority' | 'isAlone'> &
  Partial<Pick<Job, 'priority' | 'isAlone'>>): Job<Schema> {
  return { ...job, priority, isAlone };
}
