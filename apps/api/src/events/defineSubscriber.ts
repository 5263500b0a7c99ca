import type { z } from 'zod';
import type { Job } from '../jobs/defineJob.ts';
import type { EventOf, EventSchemas } from './event.ts';

/** What a subscriber has done about an event, as a job's payload. */
interface JobRequest {
  readonly payload: unknown;
  /** Not before; default: at once. */
  readonly runAt?: Date;
}

/** Receives every event of some types, and queues a job for each. */
export interface Subscriber {
  /** Its name in `event_consumptions`: never rename it. */
  readonly consumer: string;
  readonly events: readonly string[];
  readonly job: Pick<Job, 'name' | 'maxAttempts' | 'priority'>;
  /** The jobs that an event asks for; none where it asks for nothing. */
  readonly toJobs: (event: EventOf<EventSchemas, string>) => readonly JobRequest[];
}

/**
 * Declares a durable subscriber: for each of its events the statement that writes the event
 * (outbox.ts) queues one job, so that there is one, once, for each event that was committed.
 */
export function defineSubscriber<
  Schemas extends EventSchemas,
  Type extends keyof Schemas & string,
  Payload extends z.ZodType,
>(definition: {
  consumer: string;
  /** Those of the domains that it listens to. */
  schemas: Schemas;
  events: readonly Type[];
  job: Job<Payload>;
  payloadOf: (event: EventOf<Schemas, Type>) => z.input<Payload>;
  /** The delay of the job. */
  delayMsOf?: (event: EventOf<Schemas, Type>) => number;
}): Subscriber {
  const { consumer, events, job, payloadOf, delayMsOf } = definition;
  return {
    consumer,
    events,
    job,
    toJobs(event) {
      // The outbox hands over none but its own events, whose payloads the compiler has checked.
      const own = event as EventOf<Schemas, Type>;
      const delayMs = delayMsOf?.(own) ?? 0;
      const payload = payloadOf(own);
      return [delayMs === 0 ? { payload } : { payload, runAt: new Date(Date.now() + delayMs) }];
    },
  };
}
