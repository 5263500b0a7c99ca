import { statement } from '../db/client.ts';
import type { Context } from '../kernel/context.ts';

/** An Idempotency-Key is honoured for 24 hours. */
const purgeKeys = statement(
  'idempotency.purge',
  `DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours'`,
);

export async function purgeIdempotencyKeys(ctx: Context): Promise<void> {
  await ctx.db.execute(purgeKeys);
}
