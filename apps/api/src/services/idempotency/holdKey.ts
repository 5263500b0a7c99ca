import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { IdempotencyDeps } from './deps.ts';
import { findKeptAnswer } from './keptAnswer.ts';
import type { HeldRequest } from './keyedRequest.ts';
import { Answered, inFlight } from './refusals.ts';
import { claimKey, releaseKey } from './statements.ts';

/**
 * Claims the key in the open transaction. An advisory lock separates concurrent requests, which
 * do not wait for each other's row, so a doubled request holds no connection while it waits.
 * @returns whether the key had a holder before, whose lease has ended.
 * @throws {Answered} when the answer is known.
 * @throws {AppError} idempotency_key_reused, idempotency_in_flight
 */
export async function holdKey(
  deps: IdempotencyDeps,
  ctx: Context,
  request: HeldRequest,
): Promise<{ resumed: boolean }> {
  const { fingerprint } = request;
  const [claimed] = await ctx.db.query(claimKey, { ...request, leaseMs: deps.leaseMs });
  if (claimed) return claimed;
  const found = await findKeptAnswer(deps, ctx, request);
  if (found && found.fingerprint !== fingerprint) {
    throw new AppError(
      'idempotency_key_reused',
      'This Idempotency-Key was used for a different request. Use a new key for a new request.',
    );
  }
  if (found?.answer) throw new Answered(found.answer);
  throw inFlight();
}

/** Ends the lease of a run that has failed. When that fails too, the lease ends at its time. */
export async function releaseHeldKey(
  ctx: Context,
  { principal, route, key, holder }: HeldRequest,
): Promise<void> {
  await ctx.db.execute(releaseKey, { principal, route, key, holder }).catch(() => undefined);
}
