import type { Context } from '../../kernel/context.ts';
import { notFound, OutdatedError } from '../../kernel/errors.ts';
import type { CreditAccount } from './findAccounts.ts';
import { lockAccount } from './statements.ts';

/** On what terms staff change an account. */
export interface ChangeTerms {
  /** For the audit log. */
  readonly reason: string;
  /** Whether the account is as the caller knows it; without it, any is. */
  readonly isExpected?: ((account: CreditAccount) => boolean) | undefined;
}

/**
 * Locks an account for a change by staff.
 * @returns the account as it is under the lock.
 * @throws {AppError} not_found
 * @throws {OutdatedError} precondition_failed, with the account as it is
 */
export async function lockExpected(
  ctx: Context,
  id: string,
  isExpected: ChangeTerms['isExpected'],
): Promise<CreditAccount> {
  const [account] = await ctx.db.query(lockAccount, { id });
  if (!account) throw notFound('credit account');
  if (isExpected?.(account) === false) {
    const message = 'The account has changed. Read it again, then retry.';
    throw new OutdatedError('precondition_failed', message, account);
  }
  return account;
}
