import { statement } from '../db/client.ts';
import type { Context } from '../kernel/context.ts';

/** A cart that became an order stays with it; its items go with an open one (cascade). */
const purgeOpenCarts = statement(
  'carts.purge',
  `DELETE FROM carts WHERE status = 'open' AND expires_at < now()`,
);

export async function purgeCarts(ctx: Context): Promise<void> {
  await ctx.db.execute(purgeOpenCarts);
}
