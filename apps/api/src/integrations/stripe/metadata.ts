/**
 * What Stripe may be told beside the payment itself: ids of ours, and of a try its number. Metadata is shown
 * in Stripe's dashboard, its exports and its mails, where no shopper's data has any business.
 */
const allowed = [
  'orderId',
  'paymentId',
  'transferId',
  'refundId',
  'attempt',
  'customerId',
  'shop',
] as const;

export type StripeMetadata = { readonly [Key in (typeof allowed)[number]]?: string };

/** The metadata of a call: what is allowed of the fields, whatever else stands among them. */
export function metadataOf(fields: StripeMetadata): Record<string, string> {
  return Object.fromEntries(
    allowed.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])),
  );
}
