/** The status of a refund at a provider, and as a shopper sees it. */
export const settlementStatuses = ['pending', 'succeeded', 'failed'] as const;
export type SettlementStatus = (typeof settlementStatuses)[number];

/** Of a refund's part; `waiting`: a dispute blocks it, or a refund that the shop has not recorded. */
export const allocationStatuses = ['pending', 'waiting', 'succeeded', 'failed'] as const;
export type AllocationStatus = (typeof allocationStatuses)[number];

export const refundStatuses = [...allocationStatuses, 'needs_person'] as const;
export type RefundStatus = (typeof refundStatuses)[number];

/** Why staff refund; the shop itself has further reasons. */
export const refundReasons = ['requested_by_customer', 'duplicate', 'fraudulent'] as const;
