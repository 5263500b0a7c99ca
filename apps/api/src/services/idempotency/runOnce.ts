import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { randomText } from '../../kernel/ids.ts';
import type { IdempotencyDeps } from './deps.ts';
import { holdKey, releaseHeldKey } from './holdKey.ts';
import { findKeptAnswer, storeAnswer } from './keptAnswer.ts';
import type { HeldRequest, KeptAnswer, KeyedWork, Outcome, Work } from './keyedRequest.ts';
import { Answered, inFlight, isInFlight, isRefusal } from './refusals.ts';

/** 80 random bits. */
const HOLDER_CHARS = 16;

/**
 * Runs the work at most once for its key, or gives the answer it gave the first time.
 * @throws {AppError} idempotency_in_flight when the first request still runs after `waitMs`;
 *   idempotency_key_reused when the key came with another request; what the work throws.
 */
export async function runOnce(
  deps: IdempotencyDeps,
  ctx: Context,
  keyed: KeyedWork,
): Promise<Outcome> {
  const held = { ...keyed.request, holder: randomText(HOLDER_CHARS) };
  const attempt = keyed.mode === 'saga' ? runSaga : runInTransaction;
  const deadline = Date.now() + deps.waitMs;
  for (let pause = 25; ; pause = Math.min(pause * 2, 250)) {
    try {
      const answer = await attempt(deps, ctx, { request: held, work: keyed.work });
      return { ...answer, isReplayed: false };
    } catch (error) {
      const known = await knownAnswer(deps, ctx, { error, held, refuse: keyed.refuse });
      if (known) return { ...known, isReplayed: true };
      if (Date.now() >= deadline) throw inFlight();
      await delay(pause);
    }
  }
}

/**
 * The answer of an earlier request, after an attempt that has failed. Keeps a refusal as the answer.
 * @returns undefined while another request is at it.
 * @throws the error, unless the answer is another request's.
 */
async function knownAnswer(
  deps: IdempotencyDeps,
  ctx: Context,
  { error, held, refuse }: Pick<KeyedWork, 'refuse'> & { error: unknown; held: HeldRequest },
): Promise<KeptAnswer | undefined> {
  if (error instanceof Answered) return error.answer;
  if (isInFlight(error)) return undefined;
  if (!isRefusal(error)) throw error;
  if (await storeAnswer(deps, ctx, { request: held, answer: refuse(error) })) throw error;
  const found = await findKeptAnswer(deps, ctx, held);
  // The key was used for something else, which a request that is refused anyway need not know.
  if (found?.fingerprint !== held.fingerprint) throw error;
  return found.answer;
}

interface Attempt {
  readonly request: HeldRequest;
  readonly work: Work;
}

/** Key, effect and answer in one transaction. */
function runInTransaction(
  deps: IdempotencyDeps,
  ctx: Context,
  { request, work }: Attempt,
): Promise<KeptAnswer> {
  return inTransaction(ctx, async (ctx) => {
    await holdKey(deps, ctx, request);
    const answer = await work(ctx);
    await storeAnswer(deps, ctx, { request, answer });
    return answer;
  });
}

/** The use case claims the key in its own transaction and continues after it; then the answer is stored. */
async function runSaga(
  deps: IdempotencyDeps,
  ctx: Context,
  { request, work }: Attempt,
): Promise<KeptAnswer> {
  try {
    const answer = await work(ctx, (inner) => holdKey(deps, inner, request));
    if (await storeAnswer(deps, ctx, { request, answer })) return answer;
  } catch (error) {
    // The request failed on the way: the next attempt need not wait for the end of the lease.
    if (!isRefusal(error) && !(error instanceof Answered)) {
      const released = releaseHeldKey(ctx, request);
      // A database that does not answer would have the client wait for this too.
      if (!isDatabaseUnavailable(error)) await released;
    }
    throw error;
  }
  // It took longer than its lease, and another request has continued from there.
  throw inFlight();
}
