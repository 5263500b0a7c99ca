/** What staff filter a list of disputes by. */
export const disputeStates = ['open', 'closed'] as const;
export type DisputeState = (typeof disputeStates)[number];
