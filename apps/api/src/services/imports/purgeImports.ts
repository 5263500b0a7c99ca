import type { Context } from '../../kernel/context.ts';
import { purgeInBatches } from '../../db/purgeInBatches.ts';
import type { ImportsDeps } from './deps.ts';
import { reportsOf } from './rowReport.ts';
import { deleteOldImports } from './statements.ts';

const KEPT_DAYS = 90;

/** Deletes imports that ended long ago, and then their reports, with those that a dead run left behind. */
export async function purgeImports(
  { storage }: Pick<ImportsDeps, 'storage'>,
  ctx: Context,
): Promise<void> {
  await purgeInBatches(async (limit) => {
    const deleted = await ctx.db.query(deleteOldImports, { days: KEPT_DAYS, limit });
    for (const { id } of deleted) {
      for await (const { key } of storage.list(reportsOf(id))) await storage.remove(key);
    }
    return deleted.length;
  });
}
