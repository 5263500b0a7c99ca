/**
 * How an event of a provider ended: `unused` is of a type that changes nothing here, `not_ours` of
 * another system, account or mode, and staff have discarded the job of one that is `given_up`.
 */
export const eventOutcomes = ['acted_on', 'unused', 'not_ours', 'given_up'] as const;
export type EventOutcome = (typeof eventOutcomes)[number];
