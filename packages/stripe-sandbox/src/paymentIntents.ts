import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { checkAmount, checkedCurrency } from './currencies.ts';
import { existingCustomer } from './customers.ts';
import { ApiError, invalidParameter, invalidRequest } from './errors.ts';
import { emit } from './events.ts';
import { newId, randomText } from './ids.ts';
import { listFields, listPage } from './list.ts';
import { mergeMetadata, plainText } from './params.ts';
import type { Values } from './params.ts';
import { confirm } from './paymentConfirmation.ts';
import type { createFields, retrieveFields, updateFields } from './paymentIntentFields.ts';
import { accessibleIntent, methodOf, shippingOf } from './paymentIntentInputs.ts';
import type { Customer, JsonObject, PaymentIntent } from './types.ts';

/** While in one of these, an intent's amount and payment method may still change. */
const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** POST /v1/payment_intents */
export function createPaymentIntent(
  call: Call,
  params: Values<typeof createFields>,
): PaymentIntent {
  const currency = checkedCurrency(params.currency);
  checkAmount(params.amount, currency);
  const customer = customerOf(call, params.customer);
  refuseUnconfirmed(params);
  const method = methodOf(call, params, customer?.id ?? null);
  const automatic = automaticMethods(params);
  const id = newId('pi');
  const intent: PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: params.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: automatic,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: params.confirmation_method ?? 'automatic',
    created: nowSeconds(),
    currency,
    customer: customer?.id ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: method,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: methodTypes(params, currency),
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: params.setup_future_usage || null,
    shipping: shippingOf(params),
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: method === null ? 'requires_payment_method' : 'requires_confirmation',
    transfer_data: null,
    transfer_group: null,
  };
  call.core.store.put(intent);
  emit(call, 'payment_intent.created', intent);
  return params.confirm === true ? confirm(call, intent, params) : intent;
}

/** GET /v1/payment_intents/{id}; with the publishable key only together with the client secret. */
export function retrievePaymentIntent(
  call: Call,
  params: Values<typeof retrieveFields>,
  id: string,
): PaymentIntent {
  return accessibleIntent(call, id, params.client_secret);
}

/** POST /v1/payment_intents/{id} */
export function updatePaymentIntent(
  call: Call,
  params: Values<typeof updateFields>,
  id: string,
): PaymentIntent {
  const { store } = call.core;
  const intent = store.get('payment_intent', id);
  for (const name of ['amount', 'currency', 'payment_method', 'customer', 'shipping'] as const) {
    if (params[name] !== undefined && !OPEN.includes(intent.status)) {
      throw invalidRequest(
        `This PaymentIntent's ${name} could not be updated because it has a status of ${intent.status}. You may only update the ${name} of a PaymentIntent with one of the following statuses: ${OPEN.join(', ')}.`,
        { code: 'payment_intent_unexpected_state', payment_intent: { ...intent } },
      );
    }
  }
  if (params.currency !== undefined) intent.currency = checkedCurrency(params.currency);
  if (params.amount !== undefined) intent.amount = params.amount;
  if (OPEN.includes(intent.status)) checkAmount(intent.amount, intent.currency);
  if (params.customer !== undefined)
    intent.customer = customerOf(call, params.customer)?.id ?? null;
  if (params.shipping !== undefined) intent.shipping = shippingOf(params);
  if (params.description !== undefined) intent.description = params.description;
  if (params.receipt_email !== undefined) intent.receipt_email = params.receipt_email;
  if (params.capture_method !== undefined) intent.capture_method = params.capture_method;
  if (params.setup_future_usage !== undefined) {
    intent.setup_future_usage = params.setup_future_usage || null;
  }
  if (params.statement_descriptor !== undefined) {
    intent.statement_descriptor = params.statement_descriptor;
  }
  intent.metadata = mergeMetadata(intent.metadata, params.metadata);
  const method = methodOf(call, params, intent.customer);
  if (method !== null) Object.assign(intent, { payment_method: method, next_action: null });
  if (OPEN.includes(intent.status) && intent.next_action === null) {
    intent.status =
      intent.payment_method === null ? 'requires_payment_method' : 'requires_confirmation';
  }
  store.put(intent);
  return intent;
}

export const intentListFields = { ...listFields, customer: plainText };

/** GET /v1/payment_intents */
export function listPaymentIntents(call: Call, query: Values<typeof intentListFields>): JsonObject {
  return listPage(call.core.store, 'payment_intent', '/v1/payment_intents', query, [
    ['customer', [query.customer]],
  ]);
}

/** Whether the customer is present matters to a confirmation alone. */
function refuseUnconfirmed(params: Values<typeof createFields>): void {
  if (params.off_session === undefined || params.confirm === true) return;
  throw invalidParameter(
    'The `off_session` parameter can only be used with `confirm=true`.',
    'off_session',
  );
}

function customerOf(call: Call, id: string | null | undefined): Customer | null {
  return id === undefined || id === null ? null : existingCustomer(call, id, 'customer');
}

function automaticMethods(
  params: Values<typeof createFields>,
): PaymentIntent['automatic_payment_methods'] {
  const { automatic_payment_methods: automatic, payment_method_types: types } = params;
  if (automatic?.enabled === true && types !== undefined) {
    throw new ApiError(
      400,
      'invalid_request_error',
      'You may only specify one of these parameters: automatic_payment_methods, payment_method_types.',
      {},
      true,
    );
  }
  // Without either, an intent allows the methods that the dashboard enables (since 2023-08-16).
  if (automatic?.enabled === false || types !== undefined) return null;
  return { allow_redirects: automatic?.allow_redirects ?? 'always', enabled: true };
}

function methodTypes(params: Values<typeof createFields>, currency: string): string[] {
  const given = params.payment_method_types ?? params.allowed_payment_method_types;
  if (given !== undefined) return given;
  const debits: Record<string, string> = { usd: 'us_bank_account', eur: 'sepa_debit' };
  const debit = debits[currency];
  return debit === undefined ? ['card'] : ['card', debit];
}
