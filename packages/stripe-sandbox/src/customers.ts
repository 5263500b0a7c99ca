import { detachAllOf } from './attachments.ts';
import { nowSeconds } from './core.ts';
import type { Call } from './core.ts';
import { invalidParameter, resourceMissing } from './errors.ts';
import { emit } from './events.ts';
import { newId, randomText } from './ids.ts';
import { listFields, listPage } from './list.ts';
import {
  address,
  expand,
  ignored,
  mergeMetadata,
  metadata,
  plainText,
  shipping,
  text,
} from './params.ts';
import type { Values } from './params.ts';
import type { Customer, DeletedCustomer, JsonObject } from './types.ts';

export const customerFields = {
  address,
  balance: ignored,
  description: text,
  email: text,
  expand,
  invoice_settings: ignored,
  metadata,
  name: text,
  phone: text,
  preferred_locales: ignored,
  shipping,
  tax: ignored,
  tax_exempt: ignored,
};

/** POST /v1/customers */
export function createCustomer(call: Call, params: Values<typeof customerFields>): Customer {
  const customer: Customer = {
    id: newId('cus'),
    object: 'customer',
    address: null,
    balance: 0,
    created: nowSeconds(),
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
  apply(customer, params);
  call.core.store.put(customer);
  emit(call, 'customer.created', customer);
  return customer;
}

/** POST /v1/customers/{id} */
export function updateCustomer(
  call: Call,
  params: Values<typeof customerFields>,
  id: string,
): Customer {
  const customer = existingCustomer(call, id);
  const before = structuredClone(customer);
  apply(customer, params);
  call.core.store.put(customer);
  emit(call, 'customer.updated', customer, before);
  return customer;
}

/** GET /v1/customers/{id}; a deleted customer is returned as deleted. */
export const retrieveCustomer = (call: Call, id: string): Customer | DeletedCustomer =>
  call.core.store.get('customer', id);

/** DELETE /v1/customers/{id}; what is saved for them is detached. */
export function deleteCustomer(call: Call, id: string): DeletedCustomer {
  const customer = existingCustomer(call, id);
  const deleted: DeletedCustomer = { id, object: 'customer', deleted: true };
  detachAllOf(call, id);
  call.core.store.put(deleted);
  emit(call, 'customer.deleted', customer);
  return deleted;
}

export const customerListFields = { ...listFields, email: plainText };

/** GET /v1/customers */
export function listCustomers(call: Call, query: Values<typeof customerListFields>): JsonObject {
  return listPage(call.core.store, 'customer', '/v1/customers', query, [['email', [query.email]]]);
}

/**
 * A customer who is not deleted.
 * @param param the parameter that named them, if it was not the path
 */
export function existingCustomer(call: Call, id: string, param?: string): Customer {
  const customer = call.core.store.get('customer', id, param);
  if ('deleted' in customer) {
    throw resourceMissing('customer', id, param, param === undefined ? 404 : 400);
  }
  return customer;
}

function apply(customer: Customer, params: Values<typeof customerFields>): void {
  if (params.email !== undefined) {
    if (params.email !== null && !/^[^@\s]+@[^@\s]+$/.test(params.email)) {
      throw invalidParameter(`Invalid email address: ${params.email}`, 'email', 'email_invalid');
    }
    customer.email = params.email;
  }
  if (params.name !== undefined) customer.name = params.name;
  if (params.phone !== undefined) customer.phone = params.phone;
  if (params.description !== undefined) customer.description = params.description;
  if (params.address !== undefined) customer.address = wholeAddress(params.address);
  if (params.shipping !== undefined) {
    const { name, phone } = params.shipping;
    customer.shipping = {
      address: wholeAddress(params.shipping.address),
      name,
      ...(phone ? { phone } : {}),
    };
  }
  customer.metadata = mergeMetadata(customer.metadata, params.metadata);
}

/** An address with every part there, null where none was given. */
export const wholeAddress = (
  given: ReturnType<typeof address.read>,
): NonNullable<Customer['address']> => ({
  city: given.city ?? null,
  country: given.country ?? null,
  line1: given.line1 ?? null,
  line2: given.line2 ?? null,
  postal_code: given.postal_code ?? null,
  state: given.state ?? null,
});
