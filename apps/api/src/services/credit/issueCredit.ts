import { inTransaction } from '../../db/transaction.ts';
import type { CreditKind } from '../../domains/credit.enums.ts';
import type { Context } from '../../kernel/context.ts';
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

/**
 * Opens an account with an amount on it.
 * @returns the account and, for a gift card, its code. Stored is its hash; the code itself only in
 *   the answer that is kept for a retry, for a day and encrypted.
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
