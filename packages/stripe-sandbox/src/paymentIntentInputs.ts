import { refuseUnusable } from './attachments.ts';
import { requireAccess } from './clientSecrets.ts';
import type { Call } from './core.ts';
import { wholeAddress } from './customers.ts';
import type { Values } from './params.ts';
import type { updateFields } from './paymentIntentFields.ts';
import { createPaymentMethod, usePaymentMethod } from './paymentMethods.ts';
import type { PaymentIntent } from './types.ts';

/**
 * The intent, if this call may see it.
 * @throws ApiError `resource_missing`, or a publishable key without the right client secret
 */
export function accessibleIntent(
  call: Call,
  id: string,
  clientSecret: string | undefined,
): PaymentIntent {
  const intent = call.core.store.get('payment_intent', id);
  requireAccess(call, intent, { clientSecret, kind: 'PaymentIntent' });
  return intent;
}

/**
 * The id of the payment method in a request, or null.
 * @param customer of the intent, whose saved ones alone it may use besides new ones
 */
export function methodOf(
  call: Call,
  params: Pick<Values<typeof updateFields>, 'payment_method' | 'payment_method_data'>,
  customer: string | null,
): string | null {
  if (params.payment_method_data !== undefined) {
    return createPaymentMethod(call, params.payment_method_data).id;
  }
  const named = params.payment_method ?? null;
  if (named === null) return null;
  const method = usePaymentMethod(call, named);
  refuseUnusable(call, method, { customer, kind: 'PaymentIntent' });
  return method.id;
}

/** The shipping of a request as the intent stores it, or null. */
export function shippingOf(
  params: Pick<Values<typeof updateFields>, 'shipping'>,
): PaymentIntent['shipping'] {
  const given = params.shipping;
  if (given === undefined) return null;
  return {
    address: wholeAddress(given.address),
    name: given.name,
    ...(given.carrier ? { carrier: given.carrier } : {}),
    ...(given.phone ? { phone: given.phone } : {}),
    ...(given.tracking_number ? { tracking_number: given.tracking_number } : {}),
  };
}
