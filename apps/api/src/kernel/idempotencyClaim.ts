import type { Context } from './context.ts';
import type { SagaContext } from './route.ts';

/** Claims a request's Idempotency-Key in the transaction of its effect; see `IdempotencyClaim`. */
export type Claim = (ctx: Context) => Promise<{ readonly resumed: boolean }>;

/** The claim of a saga's request. */
export function claimOf({ idempotency }: SagaContext): Claim {
  return (ctx) => idempotency.claim(ctx);
}
