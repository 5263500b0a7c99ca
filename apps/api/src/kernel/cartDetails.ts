import type { Address } from './address.ts';

/** What a shopper says besides the goods; the order keeps it. Null where it is not said. */
export interface CartDetails {
  email: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  /** The company location that it is bought for. */
  companyLocationId: string | null;
  /** The buyer's reference, for the order and its documents. */
  purchaseOrderNumber: string | null;
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
  companyLocationId,
  purchaseOrderNumber,
}: Details): Pick<Details, keyof CartDetails> {
  return { email, shippingAddress, billingAddress, companyLocationId, purchaseOrderNumber };
}
