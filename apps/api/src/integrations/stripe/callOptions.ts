export interface CallOptions {
  /** Instead of the SDK's bounded repeats; 0 where something else repeats the call (the job queue). */
  readonly maxNetworkRetries?: number;
}
