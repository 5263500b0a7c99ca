import { isCheckViolation } from '../../db/errors.ts';
import type { CreditEntryKind } from '../../domains/credit.enums.ts';
import { actorName, type Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { insertEntries } from './statements.ts';

/** A row of the ledger. */
interface CreditMove {
  readonly accountId: string;
  /** Minor units; below zero where it is taken. */
  readonly amount: number;
  /**
   * The payment it is held by or released from, or the transfer it is refunded by; where staff enter
   * it, the request or the adjustment.
   */
  readonly reference: string;
}

interface NewEntries {
  readonly kind: CreditEntryKind;
  readonly moves: readonly CreditMove[];
  readonly note?: string;
}

/**
 * Adds rows to the ledger, each once, in the caller's transaction.
 * @throws {AppError} insufficient_credit when a balance would fall below zero.
 */
export async function enterMoves(
  ctx: Context,
  { kind, moves, note = '' }: NewEntries,
): Promise<void> {
  if (moves.length === 0) return;
  // Each row locks its account, in the order in which all writers lock them.
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

function byAccount(a: CreditMove, b: CreditMove): number {
  if (a.accountId === b.accountId) return 0;
  return a.accountId < b.accountId ? -1 : 1;
}

/** Writes the moves of an order. @throws as {@link enterMoves} does. */
export function enterOrderMoves(
  ctx: Context,
  kind: 'held' | 'released' | 'refunded',
  moves: readonly CreditMove[],
): Promise<void> {
  return enterMoves(ctx, { kind, moves });
}
