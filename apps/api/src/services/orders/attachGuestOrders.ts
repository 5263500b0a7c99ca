import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

/** Locked in the order of their ids, so that two of these cannot deadlock. */
const attachByEmail = statement('orders.attachGuests')<
  { customerId: string; formerCustomerId: string | null; email: string },
  { id: string }
>(
  `UPDATE orders o SET customer_id = :customerId, updated_at = now()
   FROM (SELECT g.id FROM orders g
     WHERE g.email = :email AND (g.customer_id IS NULL OR g.customer_id = :formerCustomerId
       OR g.customer_id IN (SELECT c.id FROM customers c JOIN users u ON u.id = c.user_id
         WHERE u.email_key = :email AND u.superseded_at IS NOT NULL))
     ORDER BY g.id FOR NO KEY UPDATE) AS guests
   WHERE o.id = guests.id
   RETURNING o.id`,
);

/**
 * Attaches the orders that guests have placed with an address to the customer who has just proved
 * it, in the transaction of the proof: also those of accounts that had registered with it, since an
 * unproved address owns nothing. Registering, changing or typing an address attaches nothing,
 * nor is a guest's later order attached.
 * @param formerCustomerId whose orders with the address are as a guest's: anyone may have placed them.
 * @param email as utils/emailAddress.ts spells it.
 * @returns the ids of the orders.
 */
export async function attachGuestOrders(
  ctx: Context,
  about: { customerId: string; formerCustomerId: string | null; email: string },
): Promise<string[]> {
  const rows = await ctx.db.query(attachByEmail, about);
  return rows.map(({ id }) => id);
}
