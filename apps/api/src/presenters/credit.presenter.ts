import type { AppErrorOptions, OutdatedError } from '../kernel/errors.ts';
import type { Shown } from '../kernel/route.ts';
import type {
  CreditAccount,
  CreditEntry,
  OwnCredit,
  OwnCreditEntry,
} from '../services/credit.service.ts';
import { etagOf, matchesEtag } from '../utils/etag.ts';
import type {
  creditAccountSchema,
  creditEntrySchema,
  giftCardBalanceSchema,
  ownCreditEntrySchema,
  ownCreditSchema,
} from '../validators/credit.validator.ts';

/** An account as staff see it. */
export function presentCreditAccount(account: CreditAccount): Shown<typeof creditAccountSchema> {
  return {
    id: account.id,
    kind: account.kind,
    lastFour: account.lastFour,
    customerId: account.customerId,
    balance: { amount: account.balance, currency: account.currency },
    expiresAt: account.expiresAt?.toISOString() ?? null,
    disabledAt: account.disabledAt?.toISOString() ?? null,
    createdAt: account.createdAt.toISOString(),
  };
}

/** The entity tag of an account as staff see it. */
export function creditAccountEtag(account: CreditAccount): string {
  return etagOf(JSON.stringify(presentCreditAccount(account)));
}

/** Whether an account is as `If-Match` names it; undefined where any will do. */
export function isAccountOf(
  ifMatch: string | undefined,
): ((account: CreditAccount) => boolean) | undefined {
  if (ifMatch === undefined) return undefined;
  return (account) => matchesEtag(ifMatch, creditAccountEtag(account));
}

/** What a refusal shows of the account as it is now: its tag. */
export function presentOutdatedAccount({ current }: OutdatedError<CreditAccount>): AppErrorOptions {
  return { headers: { ETag: creditAccountEtag(current) } };
}

export function presentCreditEntry(
  { id, kind, amount, reference, actor, note, createdAt }: CreditEntry,
  currency: string,
): Shown<typeof creditEntrySchema> {
  return {
    id,
    kind,
    amount: { amount, currency },
    reference,
    actor,
    note,
    createdAt: createdAt.toISOString(),
  };
}

/** For the holder of a card: no more than what is on it. */
export function presentBalance(account: CreditAccount): Shown<typeof giftCardBalanceSchema> {
  const { balance, expiresAt } = presentCreditAccount(account);
  return { balance, expiresAt };
}

/** A customer's store credit in one currency. */
export function presentOwnCredit({
  currency,
  available,
  accounts,
}: OwnCredit): Shown<typeof ownCreditSchema> {
  return {
    available: { amount: available, currency },
    accounts: accounts.map(({ id, balance, isUsable, expiresAt, createdAt }) => ({
      id,
      balance: { amount: balance, currency },
      usable: isUsable,
      expiresAt: expiresAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    })),
  };
}

/** For the customer: without who did it, and the note of staff. */
export function presentOwnCreditEntry({
  id,
  accountId,
  kind,
  amount,
  currency,
  createdAt,
}: OwnCreditEntry): Shown<typeof ownCreditEntrySchema> {
  return { id, accountId, kind, amount: { amount, currency }, createdAt: createdAt.toISOString() };
}
