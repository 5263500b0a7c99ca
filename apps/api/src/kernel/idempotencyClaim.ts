import type { Context } from './context.ts';
import type { RequestContext } from './route.ts';

/** Claims a request's Idempotency-Key in the transaction of its effect; see `IdempotencyClaim`. */
export type Claim = (ctx: Context) => Promise<{ readonly resumed: boolean }>;

/** The claim of a saga's request. @throws when its route is not declared as one. */
export function claimOf({ idempotency }: RequestContext): Claim {
  if (!idempotency) throw new Error('The route is not declared as a saga');
  return (ctx) => idempotency.claim(ctx);
}
