/** What a person may ask about their data. */
export const dataRequestKinds = ['export', 'erasure'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

/** How far a request is: an erasure may be refused by the time it runs, an export's file expires. */
export const dataRequestStates = ['queued', 'running', 'done', 'refused', 'expired'] as const;
export type DataRequestState = (typeof dataRequestStates)[number];

/** Why an erasure has to wait. */
export const erasureBlockers = [
  'unpaid',
  'disputed',
  'refund_open',
  'unshipped',
  'credit_left',
  'staff_role',
] as const;
export type ErasureBlocker = (typeof erasureBlockers)[number];
