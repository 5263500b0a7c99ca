/**
 * The metadata that Stripe may receive: our ids, and the number of an attempt. Stripe shows metadata in
 * its dashboard, exports and mails, where no shopper's data belongs.
 */
const allowed = [
  'orderId',
  'paymentId',
  'allocationId',
  'refundId',
  'attempt',
  'customerId',
  'shop',
] as const;

type StripeMetadata = { readonly [Key in (typeof allowed)[number]]?: string };

/** The metadata of a call: what is allowed of the fields, whatever else stands among them. */
export function metadataOf(fields: StripeMetadata): Record<string, string> {
  return Object.fromEntries(
    allowed.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])),
  );
}
