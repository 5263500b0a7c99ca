import { refuseUnusable } from './attachments.ts';
import { requireAccess } from './clientSecrets.ts';
import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { existingCustomer } from './customers.ts';
import { invalidRequest } from './errors.ts';
import { emit } from './events.ts';
import { newId, randomText } from './ids.ts';
import { listFields, listPage } from './list.ts';
import {
  boolean,
  expand,
  hash,
  ignored,
  list,
  mergeMetadata,
  metadata,
  oneOf,
  plainText,
  required,
  text,
} from './params.ts';
import type { Values } from './params.ts';
import { createPaymentMethod, methodDataFields, usePaymentMethod } from './paymentMethods.ts';
import { confirmSetup } from './setupConfirmation.ts';
import type { JsonObject, SetupIntent } from './types.ts';

const methodFields = { payment_method: text, payment_method_data: hash(methodDataFields) };

/** Accepted by Stripe and without effect here. */
const ignoredFields = {
  mandate_data: ignored,
  payment_method_options: ignored,
  use_stripe_sdk: boolean,
};

export const createSetupFields = {
  ...methodFields,
  ...ignoredFields,
  allowed_payment_method_types: list(plainText),
  automatic_payment_methods: hash({
    enabled: required(boolean),
    allow_redirects: oneOf('always', 'never'),
  }),
  confirm: boolean,
  customer: text,
  description: text,
  expand,
  metadata,
  payment_method_types: list(plainText),
  return_url: text,
  usage: oneOf('off_session', 'on_session'),
};

/** POST /v1/setup_intents */
export function createSetupIntent(
  call: Call,
  params: Values<typeof createSetupFields>,
): SetupIntent {
  const { automatic_payment_methods: automatic } = params;
  const types = params.payment_method_types ?? params.allowed_payment_method_types;
  const customer = params.customer ? existingCustomer(call, params.customer, 'customer').id : null;
  const method = methodOf(call, params, customer);
  const id = newId('seti');
  const intent: SetupIntent = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    application: null,
    automatic_payment_methods:
      types === undefined && automatic?.enabled !== false
        ? { allow_redirects: automatic?.allow_redirects ?? 'always', enabled: true }
        : null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: nowSeconds(),
    customer,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: method,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: types ?? ['card'],
    single_use_mandate: null,
    status: method === null ? 'requires_payment_method' : 'requires_confirmation',
    usage: params.usage ?? 'off_session',
  };
  call.core.store.put(intent);
  emit(call, 'setup_intent.created', intent);
  return params.confirm === true ? confirmSetup(call, intent, params) : intent;
}

export const retrieveSetupFields = { client_secret: plainText, expand };

/** GET /v1/setup_intents/{id}; with the publishable key only together with the client secret. */
export function retrieveSetupIntent(
  call: Call,
  params: Values<typeof retrieveSetupFields>,
  id: string,
): SetupIntent {
  return accessibleSetup(call, id, params.client_secret);
}

export const setupListFields = { ...listFields, customer: plainText, payment_method: plainText };

/** GET /v1/setup_intents */
export function listSetupIntents(call: Call, query: Values<typeof setupListFields>): JsonObject {
  return listPage(call.core.store, 'setup_intent', '/v1/setup_intents', query, [
    ['customer', [query.customer]],
    ['payment_method', [query.payment_method]],
  ]);
}

export const confirmSetupFields = {
  ...methodFields,
  ...ignoredFields,
  client_secret: plainText,
  expand,
  return_url: text,
};

/** POST /v1/setup_intents/{id}/confirm, by the server or (publishable key) by the browser. */
export function confirmSetupIntent(
  call: Call,
  params: Values<typeof confirmSetupFields>,
  id: string,
): SetupIntent {
  const intent = accessibleSetup(call, id, params.client_secret);
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    throw unexpectedState(intent, 'confirm', 'requires_confirmation, requires_action');
  }
  intent.payment_method = methodOf(call, params, intent.customer) ?? intent.payment_method;
  return confirmSetup(call, intent, params);
}

export const cancelSetupFields = {
  cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer'),
  expand,
};

/** POST /v1/setup_intents/{id}/cancel */
export function cancelSetupIntent(
  call: Call,
  params: Values<typeof cancelSetupFields>,
  id: string,
): SetupIntent {
  const intent = call.core.store.get('setup_intent', id);
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    const only = 'requires_payment_method, requires_confirmation, requires_action';
    throw unexpectedState(intent, 'cancel', only);
  }
  Object.assign(intent, {
    status: 'canceled',
    cancellation_reason: params.cancellation_reason ?? null,
    next_action: null,
  });
  call.core.store.put(intent);
  emit(call, 'setup_intent.canceled', intent);
  return intent;
}

/**
 * The intent, if this call may see it.
 * @throws ApiError `resource_missing`, or a publishable key without the right client secret
 */
export function accessibleSetup(
  call: Call,
  id: string,
  clientSecret: string | undefined,
): SetupIntent {
  const intent = call.core.store.get('setup_intent', id);
  requireAccess(call, intent, { clientSecret, kind: 'SetupIntent' });
  return intent;
}

function methodOf(
  call: Call,
  params: Values<typeof methodFields>,
  customer: string | null,
): string | null {
  const { payment_method: named, payment_method_data: data } = params;
  if (data !== undefined) return createPaymentMethod(call, data).id;
  if (!named) return null;
  const method = usePaymentMethod(call, named);
  refuseUnusable(call, method, { customer, kind: 'SetupIntent' });
  return method.id;
}

function unexpectedState(intent: SetupIntent, verb: 'confirm' | 'cancel', only: string) {
  return invalidRequest(
    `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with one of the following statuses may be ${verb}ed: ${only}.`,
    { code: 'setup_intent_unexpected_state', setup_intent: { ...intent } },
  );
}
