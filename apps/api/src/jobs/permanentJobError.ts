/** Thrown by a handler, or for a payload that fits no schema: the job is dead at once. */
export class PermanentJobError extends Error {
  override readonly name = 'PermanentJobError';
}
