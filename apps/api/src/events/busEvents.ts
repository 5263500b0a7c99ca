import type { z } from 'zod';
import { collect } from '../domains/collect.ts';
import { domains } from '../domains/domains.ts';

/**
 * Notifications on the in-process bus and, over NOTIFY, to every other process. They may be lost (a
 * process was not listening); what must not be lost is a durable event (eventMap.ts).
 */
export const busEventSchemas = collect(domains, 'busEvents');

type BusEventSchemas = typeof busEventSchemas;

/** What can be published. */
type PublishedEventType = keyof BusEventSchemas;

/** What can be listened for: the published ones, and the bus's own. */
export type BusEventMap = {
  [T in PublishedEventType]: z.output<BusEventSchemas[T]>;
} & {
  /** The connection was lost and is restored: notifications in between are lost. */
  'bus.reconnected': Record<string, never>;
};

export type BusEventType = keyof BusEventMap;

/** Whether the text names something that can be published. */
export function isPublishedEventType(type: string): type is PublishedEventType {
  return Object.hasOwn(busEventSchemas, type);
}
