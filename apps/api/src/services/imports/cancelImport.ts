import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ImportsDeps } from './deps.ts';
import { getImport, type CatalogImport } from './findImports.ts';
import { requestCancel } from './statements.ts';

/**
 * Ends an import: one that waits at once, one that runs within a second and after the batches that are
 * being written. What it has written stays.
 * @throws {AppError} not_found; state_conflict where it has ended.
 */
export function cancelImport(
  { audit }: Pick<ImportsDeps, 'audit'>,
  ctx: Context,
  id: string,
): Promise<CatalogImport> {
  return inTransaction(ctx, async (ctx) => {
    const [asked] = await ctx.db.query(requestCancel, { id });
    const found = await getImport(ctx, id);
    if (!asked) {
      throw new AppError('state_conflict', `The import has ended already: it is ${found.state}.`);
    }
    await audit.record(ctx, {
      action: 'import.cancel',
      subject: id,
      after: { state: asked.state },
    });
    return found;
  });
}
