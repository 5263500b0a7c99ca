import { setTimeout as delay } from 'node:timers/promises';
import { inTransaction } from '../db/transaction.ts';
import type { Context } from '../utils/context.ts';
import { AppError } from '../utils/errors.ts';
import type { Reply } from '../utils/reply.ts';
import type { RequestContext } from '../utils/route.ts';
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
}

export interface IdempotencyOptions {
  /** How long a saga may run before another request may take its key over. Milliseconds. */
  leaseMs?: number;
  /** How long a doubled request waits for the first one's answer before it is a 409. Milliseconds. */
  waitMs?: number;
}

export type IdempotencyService = ReturnType<typeof createIdempotencyService>;

/** The answer was given before: carried out of the transaction that found it. */
class Answered extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super('The request was answered before');
    this.reply = reply;
  }
}

/** Makes a request take effect once, however often it is sent (invariant I1). */
export function createIdempotencyService({
  leaseMs = 60_000,
  waitMs = 3_000,
}: IdempotencyOptions = {}) {
  /**
   * Claims the key in the open transaction. Two at once are told apart by an advisory lock and not
   * by waiting for each other's row, so a doubled request holds no connection while it waits.
   * @returns the lease, by which its holder is known, and whether the key had a holder before.
   */
  async function claim(
    ctx: Context,
    request: KeyedRequest,
  ): Promise<{ lease: string; resumed: boolean }> {
    const { principal, route, key, fingerprint } = request;
    const [claimed] = await ctx.db.query(claimKey, [principal, route, key, fingerprint, leaseMs]);
    if (claimed) return claimed;
    const [found] = await ctx.db.query(findKey, [principal, route, key]);
    if (found && found.fingerprint !== fingerprint) {
      throw new AppError(
        'idempotency_key_reused',
        'This Idempotency-Key came with another request before. Make a new key for a new request.',
      );
    }
    if (found && found.status !== null) {
      throw new Answered({
        status: found.status,
        headers: { ...found.headers, 'Idempotent-Replayed': 'true' },
        body: found.body ?? '',
      });
    }
    throw inFlight();
  }

  async function store(ctx: Context, request: KeyedRequest, reply: Reply): Promise<void> {
    const { principal, route, key, fingerprint } = request;
    const body = reply.body?.toString() ?? JSON.stringify({ data: reply.data, meta: reply.meta });
    await ctx.db.execute(storeReply, [
      principal,
      route,
      key,
      fingerprint,
      reply.status,
      JSON.stringify(reply.headers ?? {}),
      body,
    ]);
  }

  /** Key, effect and answer in one transaction. */
  function once(ctx: RequestContext, request: KeyedRequest, work: Work): Promise<Reply> {
    return inTransaction(ctx, async (ctx) => {
      await claim(ctx, request);
      const reply = await work(ctx);
      await store(ctx, request, reply);
      return reply;
    });
  }

  /** The use case claims the key in its own transaction and goes on after it; then the answer is kept. */
  async function saga(ctx: RequestContext, request: KeyedRequest, work: Work): Promise<Reply> {
    let lease: string | undefined;
    const idempotency = {
      async claim(inner: Context) {
        const claimed = await claim(inner, request);
        lease = claimed.lease;
        return { resumed: claimed.resumed };
      },
    };
    try {
      const reply = await work({ ...ctx, idempotency });
      await store(ctx, request, reply);
      return reply;
    } catch (error) {
      // It broke down on the way: the next try need not wait for the lease to run out.
      if (lease !== undefined && !isRefusal(error)) {
        const { principal, route, key } = request;
        await ctx.db.execute(releaseKey, [principal, route, key, lease]);
      }
      throw error;
    }
  }

  /**
   * Runs `work` at most once for this key, or gives the answer it gave the first time.
   * @param refuse how a refusal will look to the client, so that it is replayed alike.
   * @throws {AppError} idempotency_in_flight when the first request still runs after `waitMs`;
   *   idempotency_key_reused when the key came with another request; what `work` throws.
   */
  async function run(
    ctx: RequestContext,
    mode: 'transaction' | 'saga',
    request: KeyedRequest,
    work: Work,
    refuse: (error: AppError) => Reply,
  ): Promise<Reply> {
    const deadline = Date.now() + waitMs;
    for (let pause = 25; ; pause = Math.min(pause * 2, 250)) {
      try {
        return await (mode === 'saga' ? saga : once)(ctx, request, work);
      } catch (error) {
        if (error instanceof Answered) return error.reply;
        if (isRefusal(error)) await store(ctx, request, refuse(error));
        const waits = error instanceof AppError && error.code === 'idempotency_in_flight';
        if (!waits || Date.now() >= deadline) throw error;
        await delay(pause);
      }
    }
  }

  return { run };
}

/** A refusal is an answer like any other and is kept; a breakdown is not, and neither is our own word about the key. */
function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && error.status < 500 && !error.code.startsWith('idempotency_');
}

type Work = (ctx: RequestContext) => Promise<Reply>;

function inFlight(): AppError {
  return new AppError(
    'idempotency_in_flight',
    'The first request with this Idempotency-Key is still running. Try again in a moment.',
    { headers: { 'Retry-After': '1' } },
  );
}
