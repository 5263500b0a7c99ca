import { statement } from '../../db/statement.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';

const lock = statement('profile.lock')<{ customerId: string }, { id: string }>(
  `SELECT id FROM customers WHERE id = :customerId FOR NO KEY UPDATE`,
);

/**
 * Has changes of one customer's profile and address book run one after another, until the
 * transaction ends.
 * @returns the customer's id.
 */
export async function lockCustomer(ctx: Context): Promise<string> {
  const customerId = customerIdOf(ctx);
  await ctx.db.query(lock, { customerId });
  return customerId;
}
