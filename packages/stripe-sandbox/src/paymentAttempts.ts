import { attachMethod } from './attachments.ts';
import { bookCharge } from './balanceTransactions.ts';
import { createCharge, outcomeOf } from './charges.ts';
import type { Call } from './core.ts';
import { createDispute } from './disputes.ts';
import { ApiError } from './errors.ts';
import { emit } from './events.ts';
import { behaviourOf } from './paymentMethods.ts';
import type { Decline } from './testMethods.ts';
import type { Charge, PaymentIntent, PaymentMethod } from './types.ts';

/**
 * Charges the intent's payment method, which needs no (more) authentication.
 * @throws ApiError `card_error` when declined; the decline is recorded nevertheless
 */
export function attemptPayment(call: Call, intent: PaymentIntent): PaymentIntent {
  const method = currentMethod(call, intent);
  const behaviour = behaviourOf(call, method.id);
  intent.next_action = null;
  intent.last_payment_error = null;
  if (behaviour.delayed === true) return beginProcessing(call, intent, method);
  if (behaviour.decline !== undefined) throw declinePayment(call, intent, behaviour.decline);
  const captured = intent.capture_method !== 'manual';
  const charge = createCharge(call, intent, method, { status: 'succeeded', captured });
  intent.latest_charge = charge.id;
  if (intent.setup_future_usage !== null && intent.customer !== null) {
    attachMethod(call, method, intent.customer);
  }
  if (captured) return succeed(call, intent, charge);
  intent.status = 'requires_capture';
  intent.amount_capturable = intent.amount;
  call.core.store.put(intent);
  emit(call, 'charge.succeeded', charge);
  emit(call, 'payment_intent.amount_capturable_updated', intent);
  return intent;
}

/** Records a failed attempt: charge, events and the intent's `last_payment_error`. Returns the 402. */
export function declinePayment(call: Call, intent: PaymentIntent, decline: Decline): ApiError {
  const method = currentMethod(call, intent);
  const charge = createCharge(call, intent, method, { status: 'failed', captured: false, decline });
  intent.latest_charge = charge.id;
  return recordFailure(call, intent, charge, method, decline);
}

/** The end of a delayed payment: it clears, or the bank sends it back. */
export function settlePayment(call: Call, id: string): void {
  const { store } = call.core;
  const intent = store.find('payment_intent', id);
  if (intent?.status !== 'processing' || intent.latest_charge === null) return;
  const charge = store.get('charge', intent.latest_charge);
  const method = currentMethod(call, intent);
  const { decline } = behaviourOf(call, method.id);
  intent.processing = null;
  if (decline !== undefined) {
    const result = { status: 'failed', captured: false, decline } as const;
    Object.assign(charge, {
      status: 'failed',
      failure_code: decline.code,
      failure_message: decline.message,
      outcome: outcomeOf(result),
    });
    store.put(charge);
    recordFailure(call, intent, charge, method, decline);
    return;
  }
  Object.assign(charge, {
    status: 'succeeded',
    paid: true,
    captured: true,
    amount_captured: charge.amount,
  });
  store.put(charge);
  succeed(call, intent, charge);
}

function beginProcessing(call: Call, intent: PaymentIntent, method: PaymentMethod): PaymentIntent {
  const charge = createCharge(call, intent, method, { status: 'pending', captured: false });
  intent.latest_charge = charge.id;
  intent.status = 'processing';
  call.core.store.put(intent);
  emit(call, 'charge.pending', charge);
  emit(call, 'payment_intent.processing', intent);
  call.core.timers.schedule('settle_payment', intent.id, call.core.settings.settleMs);
  return intent;
}

function succeed(call: Call, intent: PaymentIntent, charge: Charge): PaymentIntent {
  intent.status = 'succeeded';
  intent.amount_received = charge.amount_captured;
  intent.amount_capturable = 0;
  call.core.store.put(intent);
  bookCharge(call, charge);
  emit(call, 'charge.succeeded', charge);
  emit(call, 'payment_intent.succeeded', intent);
  const { disputes } = behaviourOf(call, charge.payment_method ?? '');
  if (disputes !== undefined) createDispute(call, charge, disputes);
  return intent;
}

function recordFailure(
  call: Call,
  intent: PaymentIntent,
  charge: Charge,
  method: PaymentMethod,
  decline: Decline,
): ApiError {
  const details = {
    charge: charge.id,
    code: decline.code,
    ...(decline.declineCode === undefined ? {} : { decline_code: decline.declineCode }),
    payment_method: { ...method },
  };
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.last_payment_error = {
    ...details,
    doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll('_', '-')}`,
    message: decline.message,
    payment_method: method,
    type: 'card_error',
  } as unknown as NonNullable<PaymentIntent['last_payment_error']>;
  call.core.store.put(intent);
  emit(call, 'charge.failed', charge);
  emit(call, 'payment_intent.payment_failed', intent);
  return new ApiError(402, 'card_error', decline.message, {
    ...details,
    payment_intent: { ...intent },
  });
}

function currentMethod(call: Call, intent: PaymentIntent): PaymentMethod {
  return call.core.store.get('payment_method', intent.payment_method ?? '', 'payment_method');
}
