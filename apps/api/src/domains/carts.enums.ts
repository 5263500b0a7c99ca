export const cartStatuses = ['open', 'completed'] as const;
export type CartStatus = (typeof cartStatuses)[number];

/** What a merge did: see `CartMerge` in the API document. */
export const cartMergeOutcomes = ['adopted', 'merged', 'kept_apart', 'unchanged'] as const;
export type CartMergeOutcome = (typeof cartMergeOutcomes)[number];
