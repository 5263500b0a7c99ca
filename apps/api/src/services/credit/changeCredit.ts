import { isDeepStrictEqual } from 'node:util';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import type { AuditService } from '../audit.service.ts';
import type { CreditAccount } from './findAccounts.ts';
import { lockExpected, type ChangeTerms } from './lockExpected.ts';
import { changeAccount } from './statements.ts';

/** What staff set of an account; what is left out stays as it is. */
interface AccountChange {
  readonly disabled?: boolean | undefined;
  /** Null: never. */
  readonly expiresAt?: string | null | undefined;
}

interface AccountChangeRequest extends ChangeTerms {
  readonly change: AccountChange;
}

/**
 * Disables an account or enables it again, and sets when it expires. What is held for an order
 * stays so. The same change again changes nothing and is not audited.
 * @throws as {@link lockExpected} does.
 */
export function changeCredit(
  { audit }: { audit: AuditService },
  ctx: Context,
  id: string,
  { change: { disabled, expiresAt }, reason, isExpected }: AccountChangeRequest,
): Promise<CreditAccount> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lockExpected(ctx, id, isExpected);
    const [after] = await ctx.db.query(changeAccount, {
      id,
      isDisabled: disabled ?? null,
      changesExpiry: expiresAt !== undefined,
      expiresAt: expiresAt ?? null,
    });
    if (!after) throw new Error(`The account ${id} is gone under its lock`);
    if (isDeepStrictEqual(after, before)) return before;
    const termsOf = ({ disabledAt, expiresAt }: CreditAccount) => ({ disabledAt, expiresAt });
    await audit.record(ctx, {
      action: 'credit.change',
      subject: id,
      reason,
      before: termsOf(before),
      after: termsOf(after),
    });
    return after;
  });
}

/**
 * Disables an account: an order spends nothing from it from now on; what is held stays so.
 * @throws as {@link lockExpected} does.
 */
export function disableCredit(
  deps: { audit: AuditService },
  ctx: Context,
  id: string,
  terms: ChangeTerms,
): Promise<CreditAccount> {
  return changeCredit(deps, ctx, id, { change: { disabled: true }, ...terms });
}
