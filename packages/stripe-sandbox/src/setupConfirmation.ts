import { attachMethod } from './attachments.ts';
import type { Call } from './core.ts';
import { ApiError, invalidRequest } from './errors.ts';
import { emit } from './events.ts';
import { behaviourOf } from './paymentMethods.ts';
import type { Decline } from './testMethods.ts';
import type { SetupIntent } from './types.ts';

/**
 * Tries to save an intent's payment method for its customer.
 * @throws ApiError `card_error` with the intent when declined; the decline is recorded nevertheless
 */
export function confirmSetup(
  call: Call,
  intent: SetupIntent,
  { return_url: returnUrl }: { return_url?: string | null },
): SetupIntent {
  if (intent.payment_method === null) {
    throw invalidRequest(
      "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
      { code: 'setup_intent_unexpected_state', setup_intent: { ...intent } },
    );
  }
  const behaviour = behaviourOf(call, intent.payment_method);
  if (!intent.payment_method_types.includes(behaviour.type)) {
    throw invalidRequest(
      `The PaymentMethod provided (${behaviour.type}) is not allowed for this SetupIntent. Please attach a PaymentMethod of one of the following types: ${intent.payment_method_types.join(', ')}.`,
      { setup_intent: { ...intent } },
    );
  }
  if (behaviour.authenticates !== true) return saveMethod(call, intent);
  intent.status = 'requires_action';
  intent.last_setup_error = null;
  intent.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: {
      return_url: returnUrl ?? null,
      url: `${call.core.baseUrl}/authenticate/${intent.id}?client_secret=${intent.client_secret ?? ''}`,
    },
  };
  call.core.store.put(intent);
  emit(call, 'setup_intent.requires_action', intent);
  return intent;
}

/** Applies the customer's choice on the authentication page; a decline is recorded and not thrown. */
export function authenticateSetup(call: Call, id: string, passed: boolean): SetupIntent {
  const intent = call.core.store.get('setup_intent', id);
  if (intent.status !== 'requires_action') return intent;
  intent.next_action = null;
  try {
    if (passed) return saveMethod(call, intent);
    throw declineSetup(call, intent, {
      code: 'setup_intent_authentication_failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    });
  } catch (error) {
    if (error instanceof ApiError && error.type === 'card_error') return intent;
    throw error;
  }
}

function saveMethod(call: Call, intent: SetupIntent): SetupIntent {
  const method = call.core.store.get('payment_method', intent.payment_method ?? '');
  const { decline, isSavedFirst } = behaviourOf(call, method.id);
  if (decline !== undefined && isSavedFirst !== true) throw declineSetup(call, intent, decline);
  if (intent.customer !== null) attachMethod(call, method, intent.customer);
  intent.status = 'succeeded';
  intent.next_action = null;
  intent.last_setup_error = null;
  call.core.store.put(intent);
  emit(call, 'setup_intent.succeeded', intent);
  return intent;
}

function declineSetup(call: Call, intent: SetupIntent, decline: Decline): ApiError {
  const method = call.core.store.get('payment_method', intent.payment_method ?? '');
  const details = {
    code: decline.code,
    ...(decline.declineCode === undefined ? {} : { decline_code: decline.declineCode }),
    payment_method: { ...method },
  };
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.last_setup_error = {
    ...details,
    doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll('_', '-')}`,
    message: decline.message,
    payment_method: method,
    type: 'card_error',
  } as unknown as NonNullable<SetupIntent['last_setup_error']>;
  call.core.store.put(intent);
  emit(call, 'setup_intent.setup_failed', intent);
  return new ApiError(402, 'card_error', decline.message, {
    ...details,
    setup_intent: { ...intent },
  });
}
