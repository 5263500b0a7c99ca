import { isCheckViolation } from '../db/errors.ts';
import { inTransaction } from '../db/transaction.ts';
import type { CreditEntryKind, CreditKind } from '../domains/credit.enums.ts';
import { actorName, type Context } from '../kernel/context.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import { readIdPage, type IdListQuery } from '../utils/page.ts';
import type { AuditService } from './audit.service.ts';
import { createAccountChanges } from './credit/accountChanges.ts';
import {
  findAccount,
  findAccounts,
  findEntries,
  type AccountFilters,
  type CreditAccount,
} from './credit/findAccounts.ts';
import { hashCode, lastFourOf, newCode } from './credit/code.ts';
import { lockAgain, lockShares } from './credit/shares.ts';
import { insertEntries, selectByCode } from './credit/statements.ts';

export type { AccountChange } from './credit/accountChanges.ts';
export type { CreditShare, CreditSelection } from './credit/shares.ts';
export type { CreditAccount, CreditEntry } from './credit/findAccounts.ts';

/** A new gift card, spent by the holder of its code, or credit of one customer. */
export interface NewCredit {
  readonly kind: CreditKind;
  readonly amount: Money;
  readonly customerId?: string | undefined;
  readonly expiresAt?: string | undefined;
  readonly note?: string | undefined;
}

export type CreditQuery = IdListQuery & AccountFilters;

/** A row of the ledger that follows from an order. */
export interface CreditMove {
  readonly accountId: string;
  /** Minor units; below zero where it is taken. */
  readonly amount: number;
  /** The payment it is held by or released from, or the transfer it is refunded by. */
  readonly reference: string;
}

export interface CreditDeps {
  audit: AuditService;
  /** Signs the cursors of its lists. */
  cursorSecret: string;
}

/** So far below what a number can hold that whatever comes back from orders fits, too. */
const MAX_BALANCE = 10_000_000_000_000;

export type CreditService = ReturnType<typeof createCreditService>;

/** Gift cards and store credit: accounts whose balance is the sum of a ledger. */
export function createCreditService({ audit, cursorSecret }: CreditDeps) {
  /** @throws {AppError} not_found */
  async function get(ctx: Context, id: string): Promise<CreditAccount> {
    const account = await findAccount(ctx, id);
    if (!account) throw notFound('credit account');
    return account;
  }

  /** Adds rows to the ledger. @throws {AppError} insufficient_credit when a balance would not suffice. */
  async function enter(
    ctx: Context,
    kind: CreditEntryKind,
    moves: readonly CreditMove[],
    note = '',
  ): Promise<void> {
    if (moves.length === 0) return;
    // Each share locks its account, in the order in which all writers lock them.
    const rows = moves.toSorted(byAccount);
    try {
      await ctx.db.execute(insertEntries, {
        ids: rows.map(() => newId('creditEntry')),
        accountIds: rows.map(({ accountId }) => accountId),
        amounts: rows.map(({ amount }) => amount),
        references: rows.map(({ reference }) => reference),
        kind,
        actor: actorName(ctx.actor),
        note,
      });
    } catch (error) {
      if (!isCheckViolation(error, 'credit_accounts_balance_not_negative')) throw error;
      throw new AppError('insufficient_credit', 'The balance of the account is lower than this.');
    }
  }

  const changes = createAccountChanges({ audit });

  return {
    get,

    /** See shares.ts. */
    lockShares,
    lockAgain,

    /**
     * Writes what becomes of accounts by an order, each row once, in the caller's transaction.
     * @throws {AppError} insufficient_credit where an account was not locked and has less left.
     */
    async move(
      ctx: Context,
      kind: 'held' | 'released' | 'refunded',
      moves: readonly CreditMove[],
    ): Promise<void> {
      await enter(ctx, kind, moves);
    },

    /**
     * Opens an account with an amount on it.
     * @returns the account and, for a gift card, its code. Stored is its hash; the code itself only in
     *   the answer that is kept for a retry, for a day and encrypted.
     */
    issue(ctx: Context, { kind, amount, customerId, expiresAt, note = '' }: NewCredit) {
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
        await enter(ctx, 'issued', [{ accountId: id, amount: amount.amount, reference }], note);
        return { account: await get(ctx, id), code };
      });
    },

    /**
     * Corrects a balance by hand; a negative amount takes.
     * @throws {AppError} not_found; validation_failed for another currency; insufficient_credit
     */
    adjust(ctx: Context, id: string, { amount, currency }: Money, reason: string) {
      return inTransaction(ctx, async (ctx) => {
        const account = await get(ctx, id);
        if (currency !== account.currency) throw otherCurrency(account);
        if (account.balance + amount > MAX_BALANCE) throw tooMuch();
        const reference = newId('audit');
        await enter(ctx, 'adjusted', [{ accountId: id, amount, reference }], reason);
        const details = { amount, currency };
        await audit.record(ctx, { action: 'credit.adjust', subject: id, reason, details });
        return get(ctx, id);
      });
    },

    /** See accountChanges.ts. */
    ...changes,

    /** From now on nothing is spent from it; what is held for an order stays so. @throws {AppError} not_found */
    disable: (ctx: Context, id: string, reason: string) =>
      changes.change(ctx, id, { disabled: true }, { reason }),

    /** The account of a gift card's code. @throws {AppError} not_found, also when it has lapsed. */
    async byCode(ctx: Context, code: string): Promise<CreditAccount> {
      const [account] = await ctx.db.query(selectByCode, { codeHash: hashCode(code) });
      if (!account) throw notFound('gift card');
      return account;
    },

    /** Newest first. @throws {AppError} invalid_cursor */
    list: (ctx: Context, query: CreditQuery) =>
      readIdPage({ secret: cursorSecret, name: 'creditAccounts' }, query, (range) =>
        findAccounts(ctx, range, query),
      ),

    /** The ledger of an account, newest first. @throws {AppError} not_found, invalid_cursor */
    async entries(ctx: Context, accountId: string, query: IdListQuery) {
      const account = await get(ctx, accountId);
      const list = { secret: cursorSecret, name: `creditEntries ${accountId}` };
      const page = await readIdPage(list, query, (range) => findEntries(ctx, range, accountId));
      return { account, ...page };
    },
  };
}

function byAccount(a: CreditMove, b: CreditMove): number {
  if (a.accountId === b.accountId) return 0;
  return a.accountId < b.accountId ? -1 : 1;
}

function tooMuch(): AppError {
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
