import type { z } from 'zod';
import type { JobDefinition } from '../jobs/defineJob.ts';
import type { DurableEvent, EventType } from './eventMap.ts';

/** What a subscriber has done about an event, as a job's payload. */
export interface JobRequest {
  readonly payload: unknown;
  /** Not before; default: at once. */
  readonly runAt?: Date;
}

/** Somebody who hears of every event of some types, and has a job done about each. */
export interface Subscriber {
  /** Its name in `event_consumptions`: never rename it. */
  readonly consumer: string;
  readonly events: readonly EventType[];
  readonly job: { readonly name: string; readonly maxAttempts: number; readonly priority: number };
  readonly toJob: (event: DurableEvent) => JobRequest;
}

/**
 * Declares a durable subscriber: of each of its events a job is made by the statement that writes
 * the event (outbox.ts), so that there is one, once, for each event that was committed. What is to
 * be done about it is the job's affair, which may run more than once.
 */
export function defineSubscriber<T extends EventType, Schema extends z.ZodType>(definition: {
  consumer: string;
  events: readonly T[];
  job: Pick<JobDefinition<Schema, never>, 'name' | 'schema' | 'maxAttempts' | 'priority'>;
  payloadOf: (event: DurableEvent<T>) => z.input<Schema>;
  /** How long the job is put off. */
  delayMsOf?: (event: DurableEvent<T>) => number;
}): Subscriber {
  const { consumer, events, job, payloadOf, delayMsOf } = definition;
  return {
    consumer,
    events,
    job,
    toJob(event) {
      // It is told of its own events alone.
      const own = event as DurableEvent<T>;
      const delayMs = delayMsOf?.(own) ?? 0;
      const payload = payloadOf(own);
      return delayMs === 0 ? { payload } : { payload, runAt: new Date(Date.now() + delayMs) };
    },
  };
}
