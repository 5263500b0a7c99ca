import type { Money } from '../../kernel/money.ts';
import type { CreditAccount } from './findAccounts.ts';

/** An account as the API shows it to staff. */
export function representAccount({ balance, currency, ...account }: CreditAccount) {
  const { expiresAt, disabledAt, createdAt } = account;
  const money: Money = { amount: balance, currency };
  return {
    ...account,
    balance: money,
    expiresAt: expiresAt?.toISOString() ?? null,
    disabledAt: disabledAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
