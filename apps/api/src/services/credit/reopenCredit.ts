import type { Context } from '../../kernel/context.ts';
import { reopenAccount } from './statements.ts';

/** For how many days at least a refunded balance can be spent. */
const REFUND_GRACE_DAYS = 90;

/**
 * Makes a refunded balance spendable: extends an account that has expired, or is about to
 * (docs/adr/0011). In the caller's transaction.
 * @returns false when staff have disabled the account, so that its balance cannot be spent.
 */
export async function reopenCredit(ctx: Context, id: string): Promise<boolean> {
  const [account] = await ctx.db.query(reopenAccount, { id, graceDays: REFUND_GRACE_DAYS });
  return account?.disabledAt === null;
}
