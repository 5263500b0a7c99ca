import type { Context } from './context.ts';

/**
 * Claims the Idempotency-Key of a saga's request in the transaction of its effect.
 * @returns whether an earlier request with this key committed its claim, and so the effect in the
 *   same transaction, and then failed: the use case continues from there.
 * @throws {AppError} idempotency_in_flight when another request holds the key.
 */
export type Claim = (ctx: Context) => Promise<{ readonly resumed: boolean }>;
