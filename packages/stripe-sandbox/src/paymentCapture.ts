import { bookCharge } from './balanceTransactions.ts';
import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { createDispute } from './disputes.ts';
import { invalidRequest } from './errors.ts';
import { emit } from './events.ts';
import { mergeMetadata } from './params.ts';
import type { Values } from './params.ts';
import type { cancelFields, captureFields } from './paymentIntentFields.ts';
import { behaviourOf } from './paymentMethods.ts';
import type { Charge, PaymentIntent } from './types.ts';

/**
 * POST /v1/payment_intents/{id}/capture. What is authorized and not captured is released, which
 * Stripe books as refunded: `amount_refunded` rises, without a Refund.
 */
export function capturePaymentIntent(
  call: Call,
  params: Values<typeof captureFields>,
  id: string,
): PaymentIntent {
  const { store } = call.core;
  const intent = store.get('payment_intent', id);
  const charge =
    intent.latest_charge === null ? undefined : store.find('charge', intent.latest_charge);
  if (intent.status !== 'requires_capture' || charge === undefined) {
    const why =
      intent.status === 'succeeded'
        ? 'it has already been captured.'
        : `it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`;
    throw invalidRequest(`This PaymentIntent could not be captured because ${why}`, {
      code: 'payment_intent_unexpected_state',
      payment_intent: { ...intent },
    });
  }
  const amount = params.amount_to_capture ?? intent.amount_capturable;
  if (amount > intent.amount_capturable) {
    throw invalidRequest(
      `The amount to capture (${amount}) is greater than the amount that can be captured (${intent.amount_capturable}).`,
      { code: 'amount_too_large', param: 'amount_to_capture' },
    );
  }
  Object.assign(charge, {
    captured: true,
    amount_captured: amount,
    amount_refunded: charge.amount - amount,
  });
  intent.status = 'succeeded';
  intent.amount_capturable = 0;
  intent.amount_received = amount;
  intent.metadata = mergeMetadata(intent.metadata, params.metadata);
  bookCharge(call, charge);
  store.put(intent);
  emit(call, 'charge.captured', charge);
  emit(call, 'payment_intent.succeeded', intent);
  const { disputes } = behaviourOf(call, charge.payment_method ?? '');
  if (disputes !== undefined) createDispute(call, charge, disputes);
  return intent;
}

/** Final or processing states, in which a payment cannot be canceled. */
const NOT_CANCELABLE = ['succeeded', 'canceled', 'processing'];

/** POST /v1/payment_intents/{id}/cancel. An authorization is released. */
export function cancelPaymentIntent(
  call: Call,
  params: Values<typeof cancelFields>,
  id: string,
): PaymentIntent {
  const { store } = call.core;
  const intent = store.get('payment_intent', id);
  if (NOT_CANCELABLE.includes(intent.status)) {
    const only =
      intent.status === 'canceled'
        ? ''
        : ' Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.';
    throw invalidRequest(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.${only}`,
      { code: 'payment_intent_unexpected_state', payment_intent: { ...intent } },
    );
  }
  const held = intent.status === 'requires_capture';
  intent.status = 'canceled';
  intent.canceled_at = nowSeconds();
  intent.cancellation_reason = params.cancellation_reason ?? null;
  intent.amount_capturable = 0;
  intent.next_action = null;
  store.put(intent);
  if (held && intent.latest_charge !== null)
    release(call, store.get('charge', intent.latest_charge));
  emit(call, 'payment_intent.canceled', intent);
  return intent;
}

function release(call: Call, charge: Charge): void {
  const before = { ...charge };
  charge.refunded = true;
  charge.amount_refunded = charge.amount;
  call.core.store.put(charge);
  emit(call, 'charge.refunded', charge, before);
}
