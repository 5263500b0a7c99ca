/** The status of a refund at a provider, and as a shopper sees it. */
export const settlementStatuses = ['pending', 'succeeded', 'failed'] as const;
export type SettlementStatus = (typeof settlementStatuses)[number];

/** Of a refund's part; `waiting`: a dispute blocks it, or a refund that the shop has not recorded. */
export const allocationStatuses = ['pending', 'waiting', 'succeeded', 'failed'] as const;
export type AllocationStatus = (typeof allocationStatuses)[number];

export const refundStatuses = [...allocationStatuses, 'needs_person'] as const;
export type RefundStatus = (typeof refundStatuses)[number];

/** Why staff refund. */
export const refundReasons = ['requested_by_customer', 'duplicate', 'fraudulent'] as const;

/** Why money that buys nothing goes back: it came too late, or a second time. */
export const needlessReasons = ['late_payment', 'duplicate'] as const;
export type NeedlessReason = (typeof needlessReasons)[number];

/** Every reason that a refund is stored with: those of staff, the shop's own, and the provider's. */
export const storedRefundReasons = [
  ...refundReasons,
  'canceled',
  'late_payment',
  'provider',
] as const;
