import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from '../db/errors.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Context } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { randomText } from '../kernel/ids.ts';
import { createReplyEncryption } from './idempotency/replyEncryption.ts';
import { claimKey, findKey, releaseKey, storeReply } from './idempotency/statements.ts';

/** A request that carries an Idempotency-Key. */
export interface KeyedRequest {
  /** Whose key it is; two principals may use the same one. */
  readonly principal: string;
  /** Operation and path parameters. */
  readonly route: string;
  readonly key: string;
  /** Hash of what was asked for. */
  readonly fingerprint: string;
  /** Whether the answer holds a secret, and is kept encrypted. */
  readonly isSecret: boolean;
}

/** An answer as it is kept: text, so that a retry gets the same bytes. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a request is answered, and whether that was kept from an earlier one. */
export interface Outcome extends KeptAnswer {
  readonly isReplayed: boolean;
}

/** One run of it. What it stores counts only while the key is this run's. */
interface HeldRequest extends KeyedRequest {
  readonly holder: string;
}

/** 80 random bits. */
const HOLDER_CHARS = 16;

export interface IdempotencyOptions {
  /** What answers that hold secrets are encrypted with. */
  secret: string;
  /** How long a saga may run before another request may take its key over. Milliseconds. */
  leaseMs?: number;
  /** How long a doubled request waits for the first one's answer before it is a 409. Milliseconds. */
  waitMs?: number;
}

export type IdempotencyService = ReturnType<typeof createIdempotencyService>;

/** The answer was given before: carried out of the transaction that found it. */
class Answered extends Error {
  readonly answer: KeptAnswer;

  constructor(answer: KeptAnswer) {
    super('The request was answered before');
    this.answer = answer;
  }
}

/** Makes a request take effect once, however often it is sent (invariant I1). */
export function createIdempotencyService({
  secret,
  leaseMs = 60_000,
  waitMs = 3_000,
}: IdempotencyOptions) {
  const encryption = createReplyEncryption(secret);

  /**
   * Claims the key in the open transaction. An advisory lock separates concurrent requests, which
   * do not wait for each other's row, so a doubled request holds no connection while it waits.
   * @returns whether the key had a holder before, whose lease has ended.
   */
  async function claim(ctx: Context, request: HeldRequest): Promise<{ resumed: boolean }> {
    const { fingerprint } = request;
    const [claimed] = await ctx.db.query(claimKey, { ...request, leaseMs });
    if (claimed) return claimed;
    const found = await find(ctx, request);
    if (found && found.fingerprint !== fingerprint) {
      throw new AppError(
        'idempotency_key_reused',
        'This Idempotency-Key was used for a different request. Use a new key for a new request.',
      );
    }
    if (found?.answer) throw new Answered(found.answer);
    throw inFlight();
  }

  /**
   * What is known of a key, with the answer to be given again if there is one.
   * @throws {AppError} idempotency_key_reused for an answer that cannot be read any more.
   */
  async function find(ctx: Context, request: KeyedRequest) {
    const { principal, route, key, isSecret } = request;
    const [found] = await ctx.db.query(findKey, { principal, route, key });
    if (!found) return undefined;
    const { fingerprint, status, headers, body: kept } = found;
    if (status === null) return { fingerprint };
    const body =
      isSecret && kept !== null ? encryption.decrypt(kept, placeOf(request)) : (kept ?? '');
    if (body === undefined) {
      throw new AppError(
        'idempotency_key_reused',
        "The request with this Idempotency-Key was answered, but the stored answer cannot be decrypted, since the shop's secret has changed.",
      );
    }
    return { fingerprint, answer: { status, headers: headers ?? {}, body } };
  }

  /** @returns false when the key is another's by now: theirs is the answer. */
  async function store(ctx: Context, request: HeldRequest, answer: KeptAnswer): Promise<boolean> {
    const { principal, route, key, fingerprint, holder, isSecret } = request;
    const stored = await ctx.db.execute(storeReply, {
      principal,
      route,
      key,
      fingerprint,
      holder,
      status: answer.status,
      headers: JSON.stringify(answer.headers),
      body: isSecret ? encryption.encrypt(answer.body, placeOf(request)) : answer.body,
    });
    return stored > 0;
  }

  /** Key, effect and answer in one transaction. */
  function once(ctx: Context, request: HeldRequest, work: Work): Promise<KeptAnswer> {
    return inTransaction(ctx, async (ctx) => {
      await claim(ctx, request);
      const answer = await work(ctx);
      await store(ctx, request, answer);
      return answer;
    });
  }

  /** The use case claims the key in its own transaction and continues after it; then the answer is stored. */
  async function saga(ctx: Context, request: HeldRequest, work: Work): Promise<KeptAnswer> {
    try {
      const answer = await work(ctx, { claim: (inner) => claim(inner, request) });
      if (await store(ctx, request, answer)) return answer;
    } catch (error) {
      // The request failed on the way: the next attempt need not wait for the end of the lease.
      if (!isRefusal(error) && !(error instanceof Answered)) {
        const released = release(ctx, request);
        // A database that does not answer would have the client wait for this too.
        if (!isDatabaseUnavailable(error)) await released;
      }
      throw error;
    }
    // It took longer than its lease, and another request has continued from there.
    throw inFlight();
  }

  /** When that fails too, the lease ends at its time. */
  async function release(ctx: Context, { principal, route, key, holder }: HeldRequest) {
    await ctx.db.execute(releaseKey, { principal, route, key, holder }).catch(() => undefined);
  }

  /**
   * Runs `work` at most once for this key, or gives the answer it gave the first time.
   * @param refuse how a refusal will look to the client, so that it is replayed alike.
   * @throws {AppError} idempotency_in_flight when the first request still runs after `waitMs`;
   *   idempotency_key_reused when the key came with another request; what `work` throws.
   */
  async function run(
    ctx: Context,
    mode: 'transaction' | 'saga',
    request: KeyedRequest,
    work: Work,
    refuse: (error: AppError) => KeptAnswer,
  ): Promise<Outcome> {
    const held = { ...request, holder: randomText(HOLDER_CHARS) };
    const deadline = Date.now() + waitMs;
    for (let pause = 25; ; pause = Math.min(pause * 2, 250)) {
      try {
        const answer = await (mode === 'saga' ? saga : once)(ctx, held, work);
        return { ...answer, isReplayed: false };
      } catch (error) {
        if (error instanceof Answered) return { ...error.answer, isReplayed: true };
        if (isRefusal(error)) {
          if (await store(ctx, held, refuse(error))) throw error;
          const found = await find(ctx, request);
          // The key was used for something else, which a request that is refused anyway need not know.
          if (found?.fingerprint !== request.fingerprint) throw error;
          if (found.answer) return { ...found.answer, isReplayed: true };
        } else if (!isInFlight(error)) {
          throw error;
        }
        if (Date.now() >= deadline) throw inFlight();
        await delay(pause);
      }
    }
  }

  return { run };
}

/** Binds the encryption to the row: an answer that was moved to another one cannot be decrypted. */
function placeOf({ principal, route, key }: KeyedRequest): string {
  return JSON.stringify([principal, route, key]);
}

/**
 * A refusal is an answer like any other and is kept; a breakdown is not, nor is our own word about the
 * key, nor one that says when the same may be tried again.
 */
function isRefusal(error: unknown): error is AppError {
  return (
    error instanceof AppError &&
    error.status < 500 &&
    error.status !== 429 &&
    !error.code.startsWith('idempotency_')
  );
}

function isInFlight(error: unknown): boolean {
  return error instanceof AppError && error.code === 'idempotency_in_flight';
}

/** What a request does; a saga claims its key in the transaction of its effect. */
type Work = (
  ctx: Context,
  key?: { claim(ctx: Context): Promise<{ resumed: boolean }> },
) => Promise<KeptAnswer>;

function inFlight(): AppError {
  return new AppError(
    'idempotency_in_flight',
    'The first request with this Idempotency-Key is still running. Try again in a moment.',
    { retryAfterSeconds: 1 },
  );
}
