/** What a check found; `waiting`: nothing is wrong, and staff have something to do. */
export const findingStates = ['ok', 'waiting', 'broken', 'skipped'] as const;
export type FindingState = (typeof findingStates)[number];
