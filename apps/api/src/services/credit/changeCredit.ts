import { isDeepStrictEqual } from 'node:util';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound, OutdatedError } from '../../kernel/errors.ts';
import type { AuditService } from '../audit.service.ts';
import type { CreditAccount } from './findAccounts.ts';
import { changeAccount, lockAccount } from './statements.ts';

/** What staff set of an account; what is left out stays as it is. */
export interface AccountChange {
  readonly disabled?: boolean | undefined;
  /** Null: never. */
  readonly expiresAt?: string | null | undefined;
}

export interface ChangeTerms {
  readonly reason: string;
  /** Whether the account is as the caller knows it; without it, any is. */
  readonly isExpected?: ((account: CreditAccount) => boolean) | undefined;
}

export interface AccountChangeRequest extends ChangeTerms {
  /** The account. */
  readonly id: string;
  readonly change: AccountChange;
}

/**
 * Disables an account or enables it again, and sets when it expires. What is held for an order
 * stays so. The same change again changes nothing and is not audited.
 * @throws {AppError} not_found
 * @throws {OutdatedError} precondition_failed, with the account as it is
 */
export function changeCredit(
  { audit }: { audit: AuditService },
  ctx: Context,
  { id, change: { disabled, expiresAt }, reason, isExpected }: AccountChangeRequest,
): Promise<CreditAccount> {
  return inTransaction(ctx, async (ctx) => {
    const [before] = await ctx.db.query(lockAccount, { id });
    if (!before) throw notFound('credit account');
    if (isExpected?.(before) === false) {
      const message = 'The account has changed. Read it again, then retry.';
      throw new OutdatedError('precondition_failed', message, before);
    }
    const [after] = await ctx.db.query(changeAccount, {
      id,
      isDisabled: disabled ?? null,
      changesExpiry: expiresAt !== undefined,
      expiresAt: expiresAt ?? null,
    });
    if (!after) throw new Error(`The account ${id} is gone under its lock`);
    if (isDeepStrictEqual(after, before)) return before;
    const details = { disabled, expiresAt };
    await audit.record(ctx, { action: 'credit.change', subject: id, reason, details });
    return after;
  });
}
