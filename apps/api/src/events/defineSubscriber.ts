import { z } from 'zod';
import { statement } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { defineJob, type Job } from '../jobs/defineJob.ts';
import type { Context } from '../utils/context.ts';
import { eventSchemas, type DurableEvent, type EventType } from './eventMap.ts';

/** Somebody to whom every event of some types is delivered, at least once, and takes effect once. */
export interface Subscriber<Services> {
  /** Its name in `event_consumptions` and, as `event.<consumer>`, in the queue: never rename it. */
  readonly consumer: string;
  readonly events: readonly EventType[];
  /** The job that delivers one event to it. */
  readonly job: Job<Services>;
}

const consume = statement(
  'events.consume',
  `INSERT INTO event_consumptions (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
);

/**
 * Declares a durable subscriber. Its handler runs in a transaction that also holds the mark
 * "consumed", so it must do its work in the database alone; what goes outside (a mail) it enqueues
 * as a job of its own, which that same transaction makes exist exactly once.
 */
export function defineSubscriber<T extends EventType, Services>(definition: {
  consumer: string;
  events: readonly T[];
  maxAttempts: number;
  handle: (event: DurableEvent<T>, ctx: Context, services: Services) => Promise<void>;
}): Subscriber<Services> {
  const { consumer, events, maxAttempts, handle } = definition;
  const job = defineJob({
    name: `event.${consumer}`,
    schema: z.object({ eventId: z.string(), type: z.enum(events), payload: z.unknown() }),
    maxAttempts,
    async handle({ eventId, type, payload }, ctx, services: Services) {
      const event = {
        id: eventId,
        type,
        payload: eventSchemas[type].parse(payload),
      } as unknown as DurableEvent<T>;
      await inTransaction(ctx, async (ctx) => {
        // A second delivery finds the row. One that runs at the same time waits here for the other.
        if ((await ctx.db.execute(consume, [consumer, eventId])) === 0) return;
        await handle(event, ctx, services);
      });
    },
  });
  return { consumer, events, job };
}
