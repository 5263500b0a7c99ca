import type { Call } from './core.ts';
import { ApiError, invalidParameter, invalidRequest } from './errors.ts';
import { emit } from './events.ts';
import { attemptPayment, declinePayment } from './paymentAttempts.ts';
import type { Values } from './params.ts';
import { accessibleIntent, methodOf, shippingOf } from './paymentIntentInputs.ts';
import type { confirmFields } from './paymentIntentFields.ts';
import { behaviourOf } from './paymentMethods.ts';
import type { PaymentIntent } from './types.ts';

type ConfirmParams = Values<typeof confirmFields>;

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** POST /v1/payment_intents/{id}/confirm, by the server or (publishable key) by the browser. */
export function confirmPaymentIntent(call: Call, params: ConfirmParams, id: string): PaymentIntent {
  const intent = accessibleIntent(call, id, params.client_secret);
  if (!CONFIRMABLE.includes(intent.status)) throw notConfirmable(intent);
  const method = methodOf(call, params, intent.customer);
  if (method !== null) intent.payment_method = method;
  if (params.shipping !== undefined) intent.shipping = shippingOf(params);
  if (params.receipt_email !== undefined) intent.receipt_email = params.receipt_email;
  if (params.capture_method !== undefined) intent.capture_method = params.capture_method;
  if (params.setup_future_usage !== undefined) {
    intent.setup_future_usage = params.setup_future_usage || null;
  }
  return confirm(call, intent, params);
}

/**
 * Tries to pay an intent that may be confirmed.
 * @throws ApiError `card_error` with the intent when declined; the decline is recorded nevertheless
 */
export function confirm(
  call: Call,
  intent: PaymentIntent,
  params: Pick<
    ConfirmParams,
    'return_url' | 'error_on_requires_action' | 'off_session' | 'use_stripe_sdk'
  >,
): PaymentIntent {
  if (intent.payment_method === null) throw missingMethod(intent);
  const redirects = intent.automatic_payment_methods?.allow_redirects === 'always';
  // In a browser, Stripe.js handles redirects itself.
  // Off session there is no customer who could authenticate.
  const isAlone = params.off_session !== undefined && params.off_session !== 'false';
  if (
    redirects &&
    !isAlone &&
    !params.return_url &&
    params.use_stripe_sdk !== true &&
    !call.publishable
  ) {
    throw missingReturnUrl();
  }
  if (params.return_url && !URL.canParse(params.return_url)) {
    throw invalidParameter('Not a valid URL', 'return_url', 'url_invalid');
  }
  const behaviour = behaviourOf(call, intent.payment_method);
  if (!intent.payment_method_types.includes(behaviour.type)) {
    throw invalidRequest(
      `The PaymentMethod provided (${behaviour.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${intent.payment_method_types.join(', ')}.`,
      { code: 'payment_intent_incompatible_payment_method', payment_intent: { ...intent } },
    );
  }
  if (behaviour.authenticates !== true) return attemptPayment(call, intent);
  if (params.error_on_requires_action === true || isAlone) {
    throw declinePayment(call, intent, {
      code: 'authentication_required',
      declineCode: 'authentication_required',
      message: 'Your card was declined. This transaction requires authentication.',
    });
  }
  return requireAction(call, intent, params.return_url ?? null);
}

/** Redirects the customer to the sandbox's page, in place of the bank's. */
function requireAction(call: Call, intent: PaymentIntent, returnUrl: string | null): PaymentIntent {
  intent.status = 'requires_action';
  intent.last_payment_error = null;
  intent.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: {
      return_url: returnUrl,
      url: `${call.core.baseUrl}/authenticate/${intent.id}?client_secret=${intent.client_secret ?? ''}`,
    },
  };
  call.core.store.put(intent);
  emit(call, 'payment_intent.requires_action', intent);
  return intent;
}

/**
 * Applies the customer's choice on the authentication page.
 * A decline that follows is recorded and not thrown, because the page only shows the result.
 */
export function authenticate(call: Call, id: string, passed: boolean): PaymentIntent {
  const intent = call.core.store.get('payment_intent', id);
  if (intent.status !== 'requires_action') return intent;
  intent.next_action = null;
  try {
    if (passed) return attemptPayment(call, intent);
    throw declinePayment(call, intent, {
      code: 'payment_intent_authentication_failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    });
  } catch (error) {
    if (error instanceof ApiError && error.type === 'card_error') return intent;
    throw error;
  }
}

function notConfirmable(intent: PaymentIntent): ApiError {
  const details = { code: 'payment_intent_unexpected_state', payment_intent: { ...intent } };
  if (intent.status === 'succeeded') {
    return invalidRequest(
      'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.',
      details,
    );
  }
  return invalidRequest(
    `You cannot confirm this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action.`,
    details,
  );
}

const missingMethod = (intent: PaymentIntent): ApiError =>
  invalidRequest(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    { code: 'payment_intent_unexpected_state', payment_intent: { ...intent } },
  );

const missingReturnUrl = (): ApiError =>
  invalidRequest(
    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
  );
