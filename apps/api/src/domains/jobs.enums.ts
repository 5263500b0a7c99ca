/**
 * `running` is held by a worker, `dead` has no attempts left, `failing` waits for its next attempt
 * after a failure, `scheduled` is for later.
 */
export const jobStates = ['waiting', 'scheduled', 'running', 'failing', 'dead'] as const;
export type JobState = (typeof jobStates)[number];
