/** What staff filter a list of disputes by. */
export const disputeStates = ['open', 'closed'] as const;
export type DisputeState = (typeof disputeStates)[number];

/** How far a dispute is: money is taken back while it is open, and comes again when it is won. */
export const disputeStages = ['open', 'won', 'lost'] as const;
export type DisputeStage = (typeof disputeStages)[number];
