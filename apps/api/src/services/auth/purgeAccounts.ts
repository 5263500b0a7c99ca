import { purgeInBatches } from '../../db/purgeInBatches.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import {
  lockUnused,
  purgeFailures,
  purgeRefreshTokens,
  purgeSessions,
  purgeUnusedCustomers,
  purgeUnusedUsers,
  purgeUserTokens,
} from './purgeStatements.ts';

/** Deletes what is no longer needed: sessions, tokens, counts of failed sign-ins, and users. */
export async function purgeAccounts(ctx: Context): Promise<void> {
  const { db } = ctx;
  for (const purge of [purgeSessions, purgeRefreshTokens, purgeUserTokens, purgeFailures]) {
    await purgeInBatches((limit) => db.execute(purge, { limit }));
  }
  await purgeInBatches((limit) => purgeUnused(ctx, limit));
}

/** @returns how many users were deleted. */
function purgeUnused(ctx: Context, limit: number): Promise<number> {
  return inTransaction(ctx, async ({ db }) => {
    const found = await db.query(lockUnused, { limit });
    const ids = found.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await db.execute(purgeUnusedCustomers, { ids });
    return db.execute(purgeUnusedUsers, { ids });
  });
}
