import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { newId } from './ids.ts';
import { listFields, listPage } from './list.ts';
import { list, plainText } from './params.ts';
import type { Values } from './params.ts';
import type { ApiObject, EventType, JsonObject, StripeEvent } from './types.ts';

/**
 * Writes an event with a snapshot of the object, and its delivery to an endpoint that wants it,
 * in the current transaction.
 * @param before the object as it was, for `data.previous_attributes`
 */
export function emit(call: Call, type: EventType, object: ApiObject, before?: ApiObject): void {
  const { settings, store, webhooks } = call.core;
  const isWanted = webhooks.wants(type);
  const event: StripeEvent = {
    id: newId('evt'),
    object: 'event',
    api_version: settings.apiVersion,
    created: nowSeconds(),
    data: {
      object,
      ...(before === undefined ? {} : { previous_attributes: changedMembers(before, object) }),
    },
    livemode: false,
    pending_webhooks: isWanted ? 1 : 0,
    request: { id: call.requestId, idempotency_key: call.idempotencyKey },
    type,
  };
  store.put(event);
  if (isWanted) webhooks.enqueue(event.id);
}

/** The members of `before` that have another value in `after`. */
function changedMembers(before: ApiObject, after: ApiObject): Record<string, unknown> {
  const current = new Map<string, unknown>(Object.entries(after));
  return Object.fromEntries(
    Object.entries(before).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(current.get(key)),
    ),
  );
}

export const eventListFields = { ...listFields, type: plainText, types: list(plainText) };

export function retrieveEvent(call: Call, id: string): JsonObject {
  const event = call.core.store.get('event', id);
  return { ...event, pending_webhooks: call.core.webhooks.pending(id) };
}

export function listEvents(call: Call, query: Values<typeof eventListFields>): JsonObject {
  const page = listPage(call.core.store, 'event', '/v1/events', query, [
    ['type', query.types ?? [query.type]],
  ]);
  const data = page.data.map((event) => ({
    ...event,
    pending_webhooks: call.core.webhooks.pending(event.id),
  }));
  return { ...page, data };
}
