import type { Address } from './address.ts';

/** What a shopper says besides the goods; the order keeps it. Null where it is not said. */
export interface CartDetails {
  email: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
}

/** A cart's details, complete enough for an order. */
export interface OrderDetails extends CartDetails {
  email: string;
  billingAddress: Address;
}

/** The details of a cart or an order, without its other members. */
export function detailsOf<Details extends CartDetails>({
  email,
  shippingAddress,
  billingAddress,
}: Details): Pick<Details, keyof CartDetails> {
  return { email, shippingAddress, billingAddress };
}
