import { idPage } from '../../db/idPage.ts';
import { withNumbers } from '../../db/withNumbers.ts';
import { creditEntryKinds, type CreditEntryKind } from '../../domains/credit.enums.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { memberOf } from '../../utils/memberOf.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import type { CreditListDeps } from './listAccounts.ts';

/** A customer's store credit in one currency. Amounts are minor units. */
export interface OwnCredit {
  readonly currency: string;
  /** What can be spent now. */
  readonly available: number;
  readonly accounts: readonly {
    readonly id: string;
    readonly balance: number;
    readonly isUsable: boolean;
    readonly expiresAt: Date | null;
    readonly createdAt: Date;
  }[];
}

/** A change of a customer's store credit, as they see it. */
export interface OwnCreditEntry {
  readonly id: string;
  readonly accountId: string;
  readonly kind: CreditEntryKind;
  readonly amount: number;
  readonly currency: string;
  readonly createdAt: Date;
}

/** The caller's store credit, by currency. */
export async function listOwnCredit(ctx: Context): Promise<OwnCredit[]> {
  const rows = await ctx.db.prisma.creditAccount.findMany({
    where: { kind: 'store_credit', customerId: customerIdOf(ctx) },
    select: {
      id: true,
      currency: true,
      balance: true,
      expiresAt: true,
      disabledAt: true,
      createdAt: true,
    },
    orderBy: [{ currency: 'asc' }, { id: 'asc' }],
  });
  const now = new Date();
  const accounts = withNumbers(rows).map(({ disabledAt, ...account }) => ({
    ...account,
    isUsable: disabledAt === null && (account.expiresAt === null || account.expiresAt > now),
  }));
  const byCurrency = Map.groupBy(accounts, ({ currency }) => currency);
  return [...byCurrency].map(([currency, accounts]) => ({
    currency,
    accounts,
    available: accounts.reduce((sum, { isUsable, balance }) => sum + (isUsable ? balance : 0), 0),
  }));
}

/** A page of what changed the caller's store credit, newest first. @throws {AppError} invalid_cursor */
export function listOwnEntries(
  { cursorSecret }: CreditListDeps,
  ctx: Context,
  query: IdListQuery & { readonly currency?: string | undefined },
) {
  const customerId = customerIdOf(ctx);
  const list = { secret: cursorSecret, name: `creditEntries of ${customerId}` };
  const { currency } = query;
  const account = { kind: 'store_credit', customerId, ...(currency && { currency }) };
  return readIdPage(list, query, async (range): Promise<OwnCreditEntry[]> => {
    const { id, ...page } = idPage(range);
    const rows = await ctx.db.prisma.creditEntry.findMany({
      where: { id, account },
      select: {
        id: true,
        accountId: true,
        kind: true,
        amount: true,
        createdAt: true,
        account: { select: { currency: true } },
      },
      ...page,
    });
    return rows.map(({ account, ...row }) => ({
      ...withNumbers(row),
      kind: memberOf(creditEntryKinds, row.kind),
      currency: account.currency,
    }));
  });
}
