import { statement, type None } from '../db/statement.ts';
import type { Context } from '../kernel/context.ts';

const deleteExpired = statement('carts.purge')<None>(
  `DELETE FROM carts WHERE status = 'open' AND expires_at < now()`,
);

/** A cart that became an order stays with it; its items go with an open one (cascade). */
export async function purgeCarts({ db }: Context): Promise<void> {
  await db.execute(deleteExpired);
}
