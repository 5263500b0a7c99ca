import type { Context } from '../kernel/context.ts';
import type { IdempotencyService } from '../services/idempotency.service.ts';

export async function purgeIdempotencyKeys(
  ctx: Context,
  _payload: unknown,
  { idempotency }: { idempotency: Pick<IdempotencyService, 'purge'> },
): Promise<void> {
  await idempotency.purge(ctx);
}
