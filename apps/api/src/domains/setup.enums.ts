/** Of a step to the first sale; `missing` keeps the shop from a real one, or makes it go wrong. */
export const setupStepStates = ['done', 'missing', 'advice'] as const;
export type SetupStepState = (typeof setupStepStates)[number];
