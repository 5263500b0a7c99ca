import type { Context } from '../../kernel/context.ts';
import { AppError, type ErrorDetail } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { hashCode } from './code.ts';
import { lockSpendable, lockUsable, type SpendableAccount } from './statements.ts';

/** From what a shopper wants to pay: codes of gift cards in the order of their use, then credit. */
export interface CreditSelection {
  readonly giftCards: readonly string[];
  /** The customer whose store credit is used; null for a guest. */
  readonly storeCreditOf: string | null;
}

/** What an account gives; minor units, more than zero. */
export interface CreditShare {
  readonly accountId: string;
  readonly amount: number;
}

/**
 * Locks the accounts until the transaction ends and shares what is due over them: each gives what
 * it has, as far as that is needed, and the last of them may leave a rest. Nothing is written.
 * @throws {AppError} credit_unavailable that names every card by its place, and why.
 */
export async function lockShares(ctx: Context, selection: CreditSelection, due: Money) {
  const hashes = selection.giftCards.map((code) => hashCode(code));
  const accounts = await ctx.db.query(lockSpendable, {
    codeHashes: hashes,
    customerId: selection.storeCreditOf,
    currency: due.currency,
  });
  const byHash = new Map(accounts.map((account) => [account.codeHash, account]));
  const cards = hashes.map((hash) => byHash.get(hash));
  const credit = accounts.filter(({ kind }) => kind === 'store_credit').toSorted(byLapse);

  const errors = cards.flatMap((card, index) => {
    const isDoubled = card !== undefined && cards.indexOf(card) < index;
    const [code, message] = isDoubled
      ? ['duplicate', 'is repeated']
      : (faultOf(card, due.currency) ?? []);
    return code && message ? [{ path: `giftCards.${index}`, code, message }] : [];
  });
  if (selection.storeCreditOf !== null && credit.length === 0) {
    const message = `there is no store credit in ${due.currency}`;
    errors.push({ path: 'useStoreCredit', code: 'empty', message });
  }
  if (errors.length > 0) throw unavailable(errors);
  return shareOut([...cards.filter((card) => card !== undefined), ...credit], due.amount);
}

/**
 * Locks the accounts of released shares.
 * @returns whether they can be held again: every account is usable and has the balance.
 */
export async function lockReleasedShares(
  ctx: Context,
  shares: readonly CreditShare[],
): Promise<boolean> {
  const usable = await ctx.db.query(lockUsable, {
    accountIds: shares.map(({ accountId }) => accountId),
  });
  const balances = new Map(usable.map(({ id, balance }) => [id, balance]));
  return shares.every(({ accountId, amount }) => (balances.get(accountId) ?? 0) >= amount);
}

function shareOut(accounts: readonly SpendableAccount[], due: number): CreditShare[] {
  let rest = due;
  return accounts.flatMap(({ id: accountId, balance }) => {
    const amount = Math.min(balance, rest);
    rest -= amount;
    return amount > 0 ? [{ accountId, amount }] : [];
  });
}

/** What lapses first is spent first. */
function byLapse(a: SpendableAccount, b: SpendableAccount): number {
  const [first, second] = [a, b].map(({ expiresAt }) => expiresAt?.getTime() ?? Infinity);
  return first === second ? (a.id < b.id ? -1 : 1) : (first ?? 0) - (second ?? 0);
}

/** Why a card cannot be used; nothing when it can. */
function faultOf(
  card: SpendableAccount | undefined,
  currency: string,
): readonly [code: string, message: string] | undefined {
  if (!card) return ['unknown', 'is not a gift card of this shop'];
  if (card.disabledAt !== null) return ['disabled', 'has been disabled'];
  if (card.hasLapsed) return ['expired', 'has expired'];
  if (card.currency !== currency) return ['other_currency', `is in ${card.currency}`];
  if (card.balance <= 0) return ['empty', 'has no balance left'];
  return undefined;
}

function unavailable(errors: readonly ErrorDetail[]): AppError {
  const message = errors.map(({ path, message }) => `${path} ${message}`).join('; ');
  return new AppError('credit_unavailable', `This cannot be used to pay: ${message}.`, { errors });
}
