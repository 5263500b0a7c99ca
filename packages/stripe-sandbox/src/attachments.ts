import type { Call } from './core.ts';
import { invalidRequest } from './errors.ts';
import { emit } from './events.ts';
import { allWhere } from './list.ts';
import type { PaymentMethod } from './types.ts';

/**
 * Saves a payment method for a customer.
 * @throws ApiError when it is another customer's, or was detached from one
 */
export function attachMethod(call: Call, method: PaymentMethod, customer: string): PaymentMethod {
  if (method.customer === customer) return method;
  if (method.customer !== null) {
    throw invalidRequest(
      'The payment method you provided has already been attached to a customer.',
    );
  }
  refuseDetached(call, method);
  method.customer = customer;
  call.core.store.put(method);
  emit(call, 'payment_method.attached', method);
  return method;
}

/**
 * Forgets that a payment method is a customer's; it cannot be used again.
 * @throws ApiError when it is no customer's
 */
export function detachMethod(call: Call, method: PaymentMethod): PaymentMethod {
  if (method.customer === null) {
    throw invalidRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    );
  }
  const before = structuredClone(method);
  method.customer = null;
  call.core.store.put(method);
  call.core.store.setFact(detachedFact(method), 'true');
  emit(call, 'payment_method.detached', method, before);
  return method;
}

/** Detaches all that is saved for a customer, as when the customer is deleted. */
export function detachAllOf(call: Call, customer: string): void {
  for (const method of allWhere(call.core.store, 'payment_method', 'customer', customer)) {
    detachMethod(call, method);
  }
}

/**
 * Refuses a payment method that an intent of this customer may not use.
 * @param kind the object's name in the message, such as PaymentIntent
 */
export function refuseUnusable(
  call: Call,
  method: PaymentMethod,
  { customer, kind }: { customer: string | null; kind: string },
): void {
  refuseDetached(call, method);
  if (method.customer === null || method.customer === customer) return;
  if (customer === null) {
    throw invalidRequest(
      `The payment method supplied (${method.id}) belongs to the Customer ${method.customer}. Please include the Customer in the \`customer\` parameter on the ${kind}.`,
    );
  }
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${method.id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: 'payment_method' },
  );
}

function refuseDetached(call: Call, method: PaymentMethod): void {
  if (call.core.store.fact(detachedFact(method)) === undefined) return;
  throw invalidRequest(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
  );
}

const detachedFact = ({ id }: PaymentMethod): string => `detached:${id}`;
