import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

const lock = statement('paymentMethods.lock')<{ customerId: string }, { id: string }>(
  `SELECT id FROM customers WHERE id = :customerId FOR NO KEY UPDATE`,
);

/** Has changes of one customer's saved cards run one after another, until the transaction ends. */
export async function lockCustomer(ctx: Context, customerId: string): Promise<void> {
  await ctx.db.query(lock, { customerId });
}
