/** How far an import is; the last three are final. */
export const importStates = ['queued', 'running', 'done', 'failed', 'canceled'] as const;
export type ImportState = (typeof importStates)[number];

/** What cut a run off: its process died, it stopped in good order, or an error that may pass. */
export const runEnds = ['crash', 'shutdown', 'error'] as const;
export type RunEnd = (typeof runEnds)[number];
