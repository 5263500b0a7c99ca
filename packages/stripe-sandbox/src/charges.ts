import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { newId } from './ids.ts';
import { listFields, listPage } from './list.ts';
import { plainText } from './params.ts';
import type { Values } from './params.ts';
import type { Decline } from './testMethods.ts';
import type { Charge, JsonObject, PaymentIntent, PaymentMethod } from './types.ts';

export const chargeListFields = { ...listFields, payment_intent: plainText, customer: plainText };

export function listCharges(call: Call, query: Values<typeof chargeListFields>): JsonObject {
  return listPage(call.core.store, 'charge', '/v1/charges', query, [
    ['payment_intent', [query.payment_intent]],
    ['customer', [query.customer]],
  ]);
}

/** The outcome of an attempt to charge. */
export interface ChargeResult {
  status: 'succeeded' | 'pending' | 'failed';
  captured: boolean;
  decline?: Decline;
}

/** Writes the charge of one attempt to pay an intent. The caller writes the events. */
export function createCharge(
  call: Call,
  intent: PaymentIntent,
  method: PaymentMethod,
  result: ChargeResult,
): Charge {
  const id = newId('ch');
  const charge: Charge = {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: result.captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { ...method.billing_details },
    calculated_statement_descriptor: 'CARTWRIGHT SANDBOX',
    captured: result.captured,
    created: nowSeconds(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: result.decline?.code ?? null,
    failure_message: result.decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(result),
    paid: result.status === 'succeeded',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(method, intent.amount),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: `${call.core.baseUrl}/?payment=${intent.id}`,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: result.status,
    transfer_data: null,
    transfer_group: null,
  };
  call.core.store.put(charge);
  return charge;
}

/** Stripe's `outcome` of the attempt. See https://docs.stripe.com/declines. */
export function outcomeOf(result: ChargeResult): Charge['outcome'] {
  const common = { advice_code: null, network_advice_code: null, network_decline_code: null };
  if (result.status !== 'failed') {
    return {
      ...common,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      risk_score: 20,
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  return {
    ...common,
    network_status: 'declined_by_network',
    reason: result.decline?.declineCode ?? result.decline?.code ?? null,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined',
  };
}

function methodDetails(method: PaymentMethod, amount: number): Charge['payment_method_details'] {
  const { card } = method;
  if (card === undefined) return { type: method.type };
  return {
    type: 'card',
    card: {
      amount_authorized: amount,
      authorization_code: null,
      brand: card.brand,
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand,
      network_transaction_id: null,
      regulated_status: card.regulated_status,
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}
