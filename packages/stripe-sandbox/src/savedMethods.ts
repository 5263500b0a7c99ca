import { attachMethod, detachMethod } from './attachments.ts';
import type { Call } from './core.ts';
import { existingCustomer } from './customers.ts';
import { listFields, listPage } from './list.ts';
import { expand, ignored, oneOf, plainText, required } from './params.ts';
import type { Values } from './params.ts';
import { usePaymentMethod } from './paymentMethods.ts';
import type { JsonObject, PaymentMethod } from './types.ts';

export const attachFields = { customer: required(plainText), expand };

/** POST /v1/payment_methods/{id}/attach */
export function attachPaymentMethod(
  call: Call,
  { customer }: Values<typeof attachFields>,
  id: string,
): PaymentMethod {
  const method = usePaymentMethod(call, id);
  return attachMethod(call, method, existingCustomer(call, customer, 'customer').id);
}

/** POST /v1/payment_methods/{id}/detach */
export const detachPaymentMethod = (call: Call, id: string): PaymentMethod =>
  detachMethod(call, call.core.store.get('payment_method', id));

const type = oneOf('card', 'us_bank_account', 'sepa_debit');

export const customerMethodListFields = { ...listFields, allow_redisplay: ignored, type };
export const methodListFields = { ...customerMethodListFields, customer: required(plainText) };

/** GET /v1/payment_methods: those that are saved for a customer */
export function listPaymentMethods(call: Call, query: Values<typeof methodListFields>): JsonObject {
  const customer = existingCustomer(call, query.customer, 'customer');
  return page(call, '/v1/payment_methods', { ...query, customer: customer.id });
}

/** GET /v1/customers/{id}/payment_methods */
export function listCustomerMethods(
  call: Call,
  query: Values<typeof customerMethodListFields>,
  id: string,
): JsonObject {
  const customer = existingCustomer(call, id);
  const url = `/v1/customers/${customer.id}/payment_methods`;
  return page(call, url, { ...query, customer: customer.id });
}

function page(call: Call, url: string, query: Values<typeof methodListFields>): JsonObject {
  return listPage(call.core.store, 'payment_method', url, query, [
    ['customer', [query.customer]],
    ['type', [query.type]],
  ]);
}
