import { withDeps } from '../utils/withDeps.ts';
import type { IdempotencyDeps } from './idempotency/deps.ts';
import { purgeKeys } from './idempotency/purgeKeys.ts';
import { createReplyEncryption } from './idempotency/replyEncryption.ts';
import { runOnce } from './idempotency/runOnce.ts';

export type { KeptAnswer, KeyedRequest } from './idempotency/keyedRequest.ts';

interface IdempotencyOptions extends Partial<Omit<IdempotencyDeps, 'encryption'>> {
  /** What answers that hold secrets are encrypted with. */
  secret: string;
}

export type IdempotencyService = ReturnType<typeof createIdempotencyService>;

/** Makes a request take effect once, however often it is sent (invariant I1). */
export function createIdempotencyService({
  secret,
  leaseMs = 60_000,
  waitMs = 3_000,
}: IdempotencyOptions) {
  const deps = { encryption: createReplyEncryption(secret), leaseMs, waitMs };
  return { purge: purgeKeys, ...withDeps(deps, { run: runOnce }) };
}
