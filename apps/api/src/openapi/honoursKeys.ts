import type { Route } from '../kernel/route.ts';

/** Whether an `Idempotency-Key` makes a retry of this route safe. */
export function honoursKeys({ method, idempotency }: Route): boolean {
  return method === 'post' && idempotency !== 'none';
}
