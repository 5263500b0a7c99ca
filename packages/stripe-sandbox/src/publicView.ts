import type { JsonObject } from './types.ts';

/** What the holder of the publishable key and a client secret sees of an intent. */
const VISIBLE = [
  'id',
  'object',
  'amount',
  'amount_details',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'last_setup_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
  'usage',
];

/** The object as the publishable key may see it: intents without customer, charges and metadata. */
export function publicView(object: JsonObject): JsonObject {
  if (object['object'] !== 'payment_intent' && object['object'] !== 'setup_intent') return object;
  return Object.fromEntries(Object.entries(object).filter(([key]) => VISIBLE.includes(key)));
}
