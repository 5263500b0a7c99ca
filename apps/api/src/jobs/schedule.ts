/** A job that is queued by the clock. */
export interface Schedule {
  readonly job: { readonly name: string; readonly maxAttempts: number };
  /** Minute, hour, day of month, month, day of week; in UTC. */
  readonly cron: string;
}
