import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { hashCode } from './code.ts';
import type { CreditAccount } from './findAccounts.ts';
import { selectByCode } from './statements.ts';

/** The account of a gift card's code. @throws {AppError} not_found, also when it has lapsed. */
export async function getByCode(ctx: Context, code: string): Promise<CreditAccount> {
  const [account] = await ctx.db.query(selectByCode, { codeHash: hashCode(code) });
  if (!account) throw notFound('gift card');
  return account;
}
