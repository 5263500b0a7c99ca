import type { Context } from '../../kernel/context.ts';
import { readIdPage, type IdListQuery } from '../../utils/page.ts';
import { findAccounts, findEntries, getAccount, type AccountFilters } from './findAccounts.ts';

export interface CreditListDeps {
  /** Signs the cursors of its lists. */
  cursorSecret: string;
}

type CreditQuery = IdListQuery & AccountFilters;

/** A page of accounts, newest first. @throws {AppError} invalid_cursor */
export function listAccounts({ cursorSecret }: CreditListDeps, ctx: Context, query: CreditQuery) {
  return readIdPage({ secret: cursorSecret, name: 'creditAccounts' }, query, (range) =>
    findAccounts(ctx, range, query),
  );
}

/** A page of an account's ledger, newest first. @throws {AppError} not_found, invalid_cursor */
export async function listEntries(
  { cursorSecret }: CreditListDeps,
  ctx: Context,
  accountId: string,
  query: IdListQuery,
) {
  const account = await getAccount(ctx, accountId);
  const list = { secret: cursorSecret, name: `creditEntries ${accountId}` };
  const page = await readIdPage(list, query, (range) => findEntries(ctx, range, accountId));
  return { account, ...page };
}
