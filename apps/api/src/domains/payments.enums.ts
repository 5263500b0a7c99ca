export const paymentStatuses = [
  'pending',
  'requires_action',
  'processing',
  'authorized',
  'succeeded',
  'failed',
  'canceled',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** Whether money is taken as it is authorized, or held until the shop captures it. */
export const captureMethods = ['automatic', 'manual'] as const;
export type CaptureMethod = (typeof captureMethods)[number];

/** What can happen to a payment's money; each is a row of its append-only ledger. */
export const paymentEntryKinds = [
  'authorized',
  'captured',
  'refunded',
  'refund_failed',
  'disputed',
  'dispute_won',
  'dispute_lost',
  'fee',
] as const;
export type PaymentEntryKind = (typeof paymentEntryKinds)[number];

/** The names of the shop's own payment providers. `none`: there is nothing to pay. */
export const localProvider = { manual: 'manual', credit: 'credit', none: 'none' } as const;
