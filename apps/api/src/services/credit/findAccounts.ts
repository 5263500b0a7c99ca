import type { Prisma } from '../../db/generated/client.ts';
import { idPage } from '../../db/idPage.ts';
import { withNumbers } from '../../db/withNumbers.ts';
import {
  creditEntryKinds,
  creditKinds,
  type CreditEntryKind,
  type CreditKind,
} from '../../domains/credit.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { memberOf } from '../../utils/memberOf.ts';
import type { IdRange } from '../../utils/page.ts';

export interface CreditAccount {
  id: string;
  kind: CreditKind;
  lastFour: string | null;
  customerId: string | null;
  currency: string;
  /** Minor units; what can be spent. */
  balance: number;
  expiresAt: Date | null;
  disabledAt: Date | null;
  createdAt: Date;
}

export interface CreditEntry {
  id: string;
  kind: CreditEntryKind;
  /** Minor units; below zero where it was spent. */
  amount: number;
  reference: string;
  actor: string;
  note: string;
  createdAt: Date;
}

export interface AccountFilters {
  readonly kind?: CreditKind | undefined;
  readonly customerId?: string | undefined;
}

/** The hash of a gift card's code stays in the database. */
const omit = { codeHash: true } satisfies Prisma.CreditAccountOmit;

/** @throws {AppError} not_found */
export async function getAccount({ db }: Context, id: string): Promise<CreditAccount> {
  const row = await db.prisma.creditAccount.findUnique({ where: { id }, omit });
  if (row === null) throw notFound('credit account');
  return accountOf(row);
}

/** Accounts within a range of ids. */
export async function findAccounts(
  { db }: Context,
  range: IdRange,
  { kind, customerId }: AccountFilters,
): Promise<CreditAccount[]> {
  const { id, ...page } = idPage(range);
  const where = {
    id,
    ...(kind !== undefined && { kind }),
    ...(customerId !== undefined && { customerId }),
  };
  const rows = await db.prisma.creditAccount.findMany({ where, omit, ...page });
  return rows.map(accountOf);
}

/** Rows of an account's ledger within a range of ids. */
export async function findEntries(
  { db }: Context,
  range: IdRange,
  accountId: string,
): Promise<CreditEntry[]> {
  const { id, ...page } = idPage(range);
  const where = { id, accountId };
  const rows = await db.prisma.creditEntry.findMany({ where, omit: { accountId: true }, ...page });
  return rows.map((row) => ({ ...withNumbers(row), kind: memberOf(creditEntryKinds, row.kind) }));
}

function accountOf(row: Prisma.CreditAccountGetPayload<{ omit: typeof omit }>): CreditAccount {
  return { ...withNumbers(row), kind: memberOf(creditKinds, row.kind) };
}
