/**
 * Who retries a call that fails on the way: a job (`job`, the default), so that the adapter must
 * not; or the adapter, a few times (`client`), because a request waits for it. Retries never nest.
 */
export type RetryPolicy = 'job' | 'client';
