import { bookRefund, bookRefundFailure } from './balanceTransactions.ts';
import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { money } from './currencies.ts';
import { keepsMoney, undisputed } from './disputes.ts';
import { ApiError, invalidRequest } from './errors.ts';
import { emit } from './events.ts';
import { newId } from './ids.ts';
import { allWhere, listFields, listPage } from './list.ts';
import { expand, ignored, integer, mergeMetadata, metadata, oneOf, plainText } from './params.ts';
import type { Values } from './params.ts';
import { behaviourOf } from './paymentMethods.ts';
import type { Charge, JsonObject, Refund } from './types.ts';

export const refundFields = {
  amount: integer(1),
  charge: plainText,
  expand,
  instructions_email: ignored,
  metadata,
  payment_intent: plainText,
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
  refund_application_fee: ignored,
  reverse_transfer: ignored,
};

/** POST /v1/refunds, for a charge or for the latest charge of a payment intent. */
export function createRefund(call: Call, params: Values<typeof refundFields>): Refund {
  const { timers, settings } = call.core;
  const charge = chargeToRefund(call, params);
  const amount = params.amount ?? undisputed(call, charge);
  checkRefundable(call, charge, amount);
  const behaviour = behaviourOf(call, charge.payment_method ?? '').refunds;
  const refund: Refund = {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: nowSeconds(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: { type: charge.payment_method_details?.type ?? 'card' },
    metadata: mergeMetadata({}, params.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: behaviour === 'pending' ? 'pending' : 'succeeded',
    transfer_reversal: null,
  };
  bookRefund(call, refund, charge);
  emit(call, 'refund.created', refund);
  moveRefunded(call, charge, amount);
  if (behaviour !== undefined) timers.schedule('settle_refund', refund.id, settings.settleMs);
  return refund;
}

/** The outcome of a refund that is pending or will fail. */
export function settleRefund(call: Call, id: string): void {
  const { store } = call.core;
  const refund = store.find('refund', id);
  if (refund === undefined || refund.status === 'failed') return;
  if (refund.status === 'succeeded') {
    failRefund(call, id, 'expired_or_canceled_card');
    return;
  }
  const before = { ...refund };
  refund.status = 'succeeded';
  store.put(refund);
  emit(call, 'refund.updated', refund, before);
  emit(call, 'charge.refund.updated', refund, before);
}

/**
 * The bank returns a refund: the money is credited, and the refunded amount of the charge decreases.
 * @param reason Stripe's `failure_reason`
 */
export function failRefund(call: Call, id: string, reason: string): Refund {
  const { store, timers } = call.core;
  const refund = store.get('refund', id);
  if (refund.status === 'failed') return refund;
  const before = { ...refund };
  timers.cancel(id);
  refund.status = 'failed';
  refund.failure_reason = reason;
  bookRefundFailure(call, refund);
  emit(call, 'refund.failed', refund, before);
  emit(call, 'refund.updated', refund, before);
  emit(call, 'charge.refund.updated', refund, before);
  const charge = store.get('charge', refund.charge ?? '');
  const chargeBefore = { ...charge };
  charge.amount_refunded -= refund.amount;
  charge.refunded = false;
  store.put(charge);
  emit(call, 'charge.updated', charge, chargeBefore);
  return refund;
}

export const refundUpdateFields = { metadata, expand };

/** POST /v1/refunds/{id} */
export function updateRefund(
  call: Call,
  params: Values<typeof refundUpdateFields>,
  id: string,
): Refund {
  const refund = call.core.store.get('refund', id);
  const before = { ...refund };
  refund.metadata = mergeMetadata(refund.metadata, params.metadata);
  call.core.store.put(refund);
  emit(call, 'refund.updated', refund, before);
  return refund;
}

export const refundListFields = { ...listFields, charge: plainText, payment_intent: plainText };

/** GET /v1/refunds */
export function listRefunds(call: Call, query: Values<typeof refundListFields>): JsonObject {
  return listPage(call.core.store, 'refund', '/v1/refunds', query, [
    ['charge', [query.charge]],
    ['payment_intent', [query.payment_intent]],
  ]);
}

function chargeToRefund(call: Call, params: Values<typeof refundFields>): Charge {
  const { store } = call.core;
  if (params.charge !== undefined) return store.get('charge', params.charge, 'charge');
  if (params.payment_intent === undefined) {
    throw new ApiError(
      400,
      'invalid_request_error',
      'One of the following params should be provided for this request: payment_intent or charge.',
      { code: 'parameter_missing' },
      true,
    );
  }
  const intent = store.get('payment_intent', params.payment_intent, 'payment_intent');
  const charge =
    intent.latest_charge === null ? undefined : store.find('charge', intent.latest_charge);
  if (charge?.paid !== true) {
    throw invalidRequest('This PaymentIntent does not have a successful charge to refund.', {
      code: 'payment_intent_unexpected_state',
      param: 'payment_intent',
    });
  }
  return charge;
}

function checkRefundable(call: Call, charge: Charge, amount: number): void {
  const disputes = allWhere(call.core.store, 'dispute', 'charge', charge.id).filter(keepsMoney);
  const left = undisputed(call, charge);
  // An open dispute blocks every refund; after a lost one the rest can be refunded.
  const isOpen = disputes.some(({ status }) => status !== 'lost');
  if (isOpen || (disputes.length > 0 && left <= 0)) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  if (charge.refunded || left === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  if (!charge.captured) {
    throw invalidRequest(
      `Charge ${charge.id} has not been captured. Cancel its PaymentIntent instead of refunding it.`,
      { code: 'charge_not_refundable', charge: charge.id },
    );
  }
  if (amount > left) {
    const [wanted, rest] = [money(amount, charge.currency), money(left, charge.currency)];
    throw invalidRequest(
      `Refund amount (${wanted}) is greater than unrefunded amount on charge (${rest})`,
      { code: 'amount_too_large', param: 'amount' },
    );
  }
}

function moveRefunded(call: Call, charge: Charge, amount: number): void {
  const before = { ...charge };
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  call.core.store.put(charge);
  emit(call, 'charge.refunded', charge, before);
}
