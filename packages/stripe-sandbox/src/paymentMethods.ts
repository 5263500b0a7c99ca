import { createHash } from 'node:crypto';
import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { ApiError, invalidParameter, resourceMissing } from './errors.ts';
import { newId } from './ids.ts';
import { expand, hash, ignored, metadata, oneOf, plainText, required, text } from './params.ts';
import { mergeMetadata } from './params.ts';
import type { Values } from './params.ts';
import { nameOfNumber, testMethod } from './testMethods.ts';
import type { TestMethod } from './testMethods.ts';
import type { PaymentMethod } from './types.ts';

const cardFields = {
  number: plainText,
  token: plainText,
  exp_month: ignored,
  exp_year: ignored,
  cvc: ignored,
  networks: ignored,
};

const contactFields = { address: ignored, email: text, name: text, phone: text, tax_id: text };

/** `payment_method_data`: a new payment method from a card number or a token. */
export const methodDataFields = {
  type: required(oneOf('card')),
  card: required(hash(cardFields)),
  billing_details: hash(contactFields),
  allow_redisplay: ignored,
  metadata,
};

export const createMethodFields = { ...methodDataFields, expand };

/** POST /v1/payment_methods */
export function createPaymentMethod(
  call: Call,
  params: Values<typeof methodDataFields>,
): PaymentMethod {
  const { token, number } = params.card;
  const name = token ?? (number === undefined ? undefined : nameOfNumber(number));
  const method = name === undefined ? undefined : testMethod(name);
  if (name === undefined || method === undefined) {
    if (token !== undefined)
      throw resourceMissing('token', token, 'payment_method_data[card]', 400);
    throw new ApiError(402, 'card_error', 'Your card number is incorrect.', {
      code: 'incorrect_number',
      param: 'number',
    });
  }
  return keep(call, name, method, params);
}

/**
 * The payment method that a request names: a stored one, or a new one for a test method's name.
 * @throws ApiError `resource_missing`
 */
export function usePaymentMethod(call: Call, id: string): PaymentMethod {
  const known = call.core.store.find('payment_method', id);
  if (known !== undefined) return known;
  const method = testMethod(id);
  if (method === undefined) throw resourceMissing('payment_method', id, 'payment_method', 400);
  return keep(call, id, method, {});
}

/** The behaviour of a stored payment method when it is charged. */
export function behaviourOf(call: Call, id: string): TestMethod {
  const name = call.core.store.fact(`test_method:${id}`);
  const method = name === undefined ? undefined : testMethod(name);
  if (method === undefined) throw invalidParameter(`No test method for ${id}`, 'payment_method');
  return method;
}

function keep(
  call: Call,
  name: string,
  method: TestMethod,
  given: Partial<Values<typeof methodDataFields>>,
): PaymentMethod {
  const { email = null, name: holder = null, phone = null } = given.billing_details ?? {};
  const paymentMethod: PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    billing_details: { address: null, email, name: holder, phone, tax_id: null },
    created: nowSeconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: mergeMetadata({}, given.metadata),
    type: method.type,
    ...details(method, fingerprintOf(method.number ?? name)),
  };
  call.core.store.put(paymentMethod);
  call.core.store.setFact(`test_method:${paymentMethod.id}`, name);
  return paymentMethod;
}

/** As Stripe does, the same for each payment method of one number. */
const fingerprintOf = (number: string) =>
  createHash('sha256').update(`fingerprint of ${number}`).digest('hex').slice(0, 16);

function details(method: TestMethod, fingerprint: string): Partial<PaymentMethod> {
  if (method.type === 'sepa_debit') {
    const { last4 } = method;
    const rest = { bank_code: '37040044', branch_code: '', country: 'DE', generated_from: null };
    return { sepa_debit: { ...rest, fingerprint, last4 } };
  }
  if (method.type === 'us_bank_account') {
    return {
      us_bank_account: {
        account_holder_type: 'individual',
        account_type: 'checking',
        bank_name: 'STRIPE TEST BANK',
        financial_connections_account: null,
        fingerprint,
        last4: method.last4,
        networks: null,
        routing_number: '110000000',
        status_details: null,
      },
    };
  }
  return {
    card: {
      brand: method.brand ?? 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: method.brand ?? 'visa',
      exp_month: 12,
      exp_year: new Date().getUTCFullYear() + 3,
      fingerprint,
      funding: 'credit',
      generated_from: null,
      last4: method.last4,
      networks: { available: [method.brand ?? 'visa'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  };
}
