import { statement } from '../../db/statement.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { hashToken } from './orderToken.ts';
import { readOrder, type Order } from './readOrder.ts';

/** An order that another customer has stays theirs; one that the caller has already is found again. */
const attachByToken = statement('orders.claim')<
  { customerId: string; number: number; tokenHash: string },
  { id: string }
>(
  `UPDATE orders SET customer_id = :customerId, updated_at = now()
   WHERE number = :number AND token_hash = :tokenHash
     AND (customer_id IS NULL OR customer_id = :customerId)
   RETURNING id`,
);

/**
 * Attaches a guest's order to the caller, who has shown its token. One statement, whatever is wrong,
 * so that its duration does not say what. Again, it changes nothing.
 * @throws {AppError} not_found for a wrong number or token, and for another customer's order.
 */
export async function claimOrder(
  ctx: Context,
  { orderNumber, token }: { orderNumber: number; token: string },
): Promise<Order> {
  const customerId = customerIdOf(ctx);
  const tokenHash = hashToken(token);
  const [row] = await ctx.db.query(attachByToken, { customerId, number: orderNumber, tokenHash });
  const order = row && (await readOrder(ctx, row.id));
  if (!order) throw notFound('order');
  return order;
}
