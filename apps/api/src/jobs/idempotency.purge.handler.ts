import { statement, type None } from '../db/statement.ts';
import type { Context } from '../kernel/context.ts';

/** An Idempotency-Key is honoured for 24 hours. */
const deleteOld = statement('idempotency.purge')<None>(
  `DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours'`,
);

export async function purgeIdempotencyKeys({ db }: Context): Promise<void> {
  await db.execute(deleteOld);
}
