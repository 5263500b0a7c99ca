/** How far a customer has agreed to charges of a saved card: when present, or also without them. */
export const methodUsages = ['on_session', 'off_session'] as const;
export type MethodUsage = (typeof methodUsages)[number];
