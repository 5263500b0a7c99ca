import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

const selectByCart = statement('orders.findByCart')<{ cartId: string }, { id: string }>(
  `SELECT id FROM orders WHERE cart_id = :cartId`,
);

/** The id of the order that a cart has become, if it has. */
export async function findOrderOfCart(ctx: Context, cartId: string): Promise<string | undefined> {
  const [row] = await ctx.db.query(selectByCart, { cartId });
  return row?.id;
}
