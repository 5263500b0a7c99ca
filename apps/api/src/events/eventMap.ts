import type { z } from 'zod';
import { collect } from '../domains/collect.ts';
import { domains } from '../domains/domains.ts';

/**
 * The durable events, by name (noun.verb), with the schema of what they carry: ids only, since a
 * subscriber reads what is true when it runs. They are written by `emit` (outbox.ts) and reach
 * every durable subscriber (subscribers.ts).
 */
const eventSchemas = collect(domains, 'events');

type EventSchemas = typeof eventSchemas;
export type EventType = keyof EventSchemas;
export type EventPayload<T extends EventType> = z.output<EventSchemas[T]>;
