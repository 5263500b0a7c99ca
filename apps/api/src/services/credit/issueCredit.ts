import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { CreditKind } from '../../domains/credit.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { refuseGone } from '../../kernel/goneCustomer.ts';
import { newId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { AuditService } from '../audit.service.ts';
import { hashCode, lastFourOf, newCode } from './code.ts';
import { enterMoves } from './enterMoves.ts';
import { getAccount } from './findAccounts.ts';

/** A new gift card, spent by the holder of its code, or credit of one customer. */
interface NewCredit {
  readonly kind: CreditKind;
  readonly amount: Money;
  readonly customerId?: string | undefined;
  readonly expiresAt?: string | undefined;
  readonly note?: string | undefined;
}

/** Waits for a merge of the customer, and makes one wait. */
const lockCustomer = statement('credit.lockCustomer')<
  { customerId: string },
  { mergedIntoId: string | null; status: string }
>(
  `SELECT c.merged_into_id AS "mergedIntoId", u.status::text AS status
   FROM customers c JOIN users u ON u.id = c.user_id WHERE c.id = :customerId FOR SHARE OF c`,
);

/**
 * Opens an account with an amount on it.
 * @returns the account and, for a gift card, its code. Stored is its hash; the code itself only in
 *   the answer that is kept for a retry, for a day and encrypted.
 * @throws {AppError} state_conflict for a customer who is merged or erased.
 */
export function issueCredit(
  { audit }: { audit: AuditService },
  ctx: Context,
  { kind, amount, customerId, expiresAt, note = '' }: NewCredit,
) {
  const code = kind === 'gift_card' ? newCode() : undefined;
  return inTransaction(ctx, async (ctx) => {
    const id = newId('creditAccount');
    const card = code !== undefined && { codeHash: hashCode(code), lastFour: lastFourOf(code) };
    if (customerId !== undefined) await refuseGoneCustomer(ctx, customerId);
    await ctx.db.prisma.creditAccount.create({
      data: {
        id,
        kind,
        currency: amount.currency,
        customerId: customerId ?? null,
        expiresAt: expiresAt ?? null,
        ...card,
      },
    });
    const reference = ctx.requestId;
    const moves = [{ accountId: id, amount: amount.amount, reference }];
    await enterMoves(ctx, { kind: 'issued', moves, note });
    const after = { kind, ...amount, customerId, expiresAt };
    await audit.record(ctx, { action: 'credit.issue', subject: id, reason: note, after });
    return { account: await getAccount(ctx, id), code };
  });
}

async function refuseGoneCustomer({ db }: Context, customerId: string): Promise<void> {
  const [customer] = await db.query(lockCustomer, { customerId });
  if (customer) refuseGone(customer);
}
