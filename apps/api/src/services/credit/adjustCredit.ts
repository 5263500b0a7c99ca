import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { AuditService } from '../audit.service.ts';
import { enterMoves } from './enterMoves.ts';
import { getAccount, type CreditAccount } from './findAccounts.ts';
import { lockExpected, type ChangeTerms } from './lockExpected.ts';

interface Adjustment extends ChangeTerms {
  /** A negative amount takes. */
  readonly change: Money;
}

/** Minor units. So far below what a number can hold that whatever comes back from orders fits, too. */
const MAX_BALANCE = 10_000_000_000_000;

/**
 * Corrects a balance by hand.
 * @throws {AppError} validation_failed for another currency or too much; insufficient_credit
 * @throws as {@link lockExpected} does.
 */
export function adjustCredit(
  { audit }: { audit: AuditService },
  ctx: Context,
  id: string,
  { change: { amount, currency }, reason, isExpected }: Adjustment,
): Promise<CreditAccount> {
  return inTransaction(ctx, async (ctx) => {
    // Of two adjustments that together exceed the maximum, the second reads what the first has added.
    const account = await lockExpected(ctx, id, isExpected);
    if (currency !== account.currency) throw otherCurrency(account);
    if (account.balance + amount > MAX_BALANCE) throw balanceTooLarge();
    const reference = newId('audit');
    const moves = [{ accountId: id, amount, reference }];
    await enterMoves(ctx, { kind: 'adjusted', moves, note: reason });
    const adjusted = await getAccount(ctx, id);
    await audit.record(ctx, {
      action: 'credit.adjust',
      subject: id,
      reason,
      details: { amount, currency },
      before: { balance: account.balance },
      after: { balance: adjusted.balance },
    });
    return adjusted;
  });
}

function balanceTooLarge(): AppError {
  const message = 'would exceed the maximum balance of an account';
  return new AppError('validation_failed', `The amount ${message}.`, {
    errors: [{ path: 'amount.amount', code: 'too_big', message }],
  });
}

function otherCurrency({ currency }: CreditAccount): AppError {
  const message = `must be ${currency}, the account's currency`;
  return new AppError('validation_failed', `The currency ${message}.`, {
    errors: [{ path: 'amount.currency', code: 'other_currency', message }],
  });
}
