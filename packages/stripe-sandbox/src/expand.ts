import { invalidParameter } from './errors.ts';
import { listFields, listPage } from './list.ts';
import { readParams } from './params.ts';
import type { Store } from './store.ts';
import type { JsonObject, Kind } from './types.ts';

/** The members of objects that contain ids, with the kind of their objects. */
const REFERENCES: Readonly<Record<string, Readonly<Record<string, Kind | readonly Kind[]>>>> = {
  payment_intent: {
    customer: 'customer',
    latest_charge: 'charge',
    payment_method: 'payment_method',
  },
  payment_method: { customer: 'customer' },
  setup_intent: { customer: 'customer', payment_method: 'payment_method' },
  charge: {
    balance_transaction: 'balance_transaction',
    customer: 'customer',
    payment_intent: 'payment_intent',
  },
  refund: {
    balance_transaction: 'balance_transaction',
    charge: 'charge',
    failure_balance_transaction: 'balance_transaction',
    payment_intent: 'payment_intent',
    payment_method: 'payment_method',
  },
  balance_transaction: { source: ['charge', 'refund', 'dispute'] },
  dispute: { charge: 'charge', payment_intent: 'payment_intent' },
};

/** Members that Stripe can expand and that are always null here. */
const ALWAYS_NULL = new Set([
  'latest_attempt',
  'mandate',
  'failure_balance_transaction',
  'review',
  'application',
  'on_behalf_of',
]);

/**
 * Replaces ids by their objects along paths such as `latest_charge.refunds` or `data.customer`.
 * @throws ApiError for a member that cannot be expanded
 */
export function expandObject(
  store: Store,
  object: JsonObject,
  paths: readonly string[],
): JsonObject {
  let expanded = object;
  for (const path of paths) expanded = expandPath(store, expanded, path.split('.'), path);
  return expanded;
}

function expandPath(
  store: Store,
  object: JsonObject,
  [head = '', ...rest]: readonly string[],
  path: string,
): JsonObject {
  const inner = (value: unknown): unknown =>
    rest.length > 0 && isObject(value) ? expandPath(store, value, rest, path) : value;
  const current = object[head];
  if (object['object'] === 'list' && head === 'data' && Array.isArray(current)) {
    return { ...object, data: current.map(inner) };
  }
  if (object['object'] === 'charge' && head === 'refunds') {
    const value = current ?? refundsOf(store, String(object['id']));
    return { ...object, refunds: inner(value) };
  }
  const kinds = REFERENCES[String(object['object'])]?.[head];
  if (kinds === undefined && !ALWAYS_NULL.has(head)) {
    throw invalidParameter(
      `This property cannot be expanded (${path}).`,
      'expand',
      'property_cannot_be_expanded',
    );
  }
  if (kinds === undefined || current === null || current === undefined) return object;
  const value = typeof current === 'string' ? findOneOf(store, kinds, current) : current;
  return { ...object, [head]: inner(value) };
}

function findOneOf(store: Store, kinds: Kind | readonly Kind[], id: string): unknown {
  return [kinds]
    .flat()
    .map((kind) => store.find(kind, id))
    .find((found) => found !== undefined);
}

function refundsOf(store: Store, charge: string): JsonObject {
  const query = readParams(listFields, new Map());
  return listPage(store, 'refund', `/v1/charges/${charge}/refunds`, query, [['charge', [charge]]]);
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null;
