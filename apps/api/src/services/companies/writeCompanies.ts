import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { auditedOf, changeInPlace, type ChangeTerms, type CompaniesDeps } from './changeInPlace.ts';
import type { Company } from './company.ts';
import { getCompany } from './findCompanies.ts';

/** Makes a company, without locations and members. */
export function createCompany(
  { audit }: CompaniesDeps,
  ctx: Context,
  { name, note }: { name: string; note: string },
): Promise<Company> {
  return inTransaction(ctx, async (ctx) => {
    const id = newId('company');
    await ctx.db.prisma.company.create({ data: { id, name, note } });
    const company = await getCompany(ctx, id);
    await audit.record(ctx, { action: 'company.create', subject: id, after: auditedOf(company) });
    return company;
  });
}

interface CompanyChange extends ChangeTerms {
  readonly name?: string | undefined;
  readonly note?: string | undefined;
}

/** @throws {AppError} not_found @throws {OutdatedError} precondition_failed */
export function changeCompany(
  deps: CompaniesDeps,
  ctx: Context,
  id: string,
  { name, note, isExpected }: CompanyChange,
): Promise<Company> {
  return changeInPlace(deps, ctx, id, {
    action: 'company.change',
    isExpected,
    async change(ctx) {
      const data = { ...(name !== undefined && { name }), ...(note !== undefined && { note }) };
      await ctx.db.prisma.company.update({ where: { id }, data });
    },
  });
}

/**
 * Deletes a company with its locations, members and rules. Orders keep what they say of it; open carts
 * for it cannot be checked out any longer.
 * @returns the company as it was.
 * @throws {AppError} not_found
 */
export function deleteCompany(
  { audit }: CompaniesDeps,
  ctx: Context,
  id: string,
): Promise<Company> {
  return inTransaction(ctx, async (ctx) => {
    const company = await getCompany(ctx, id);
    await ctx.db.prisma.company.deleteMany({ where: { id } });
    await audit.record(ctx, { action: 'company.delete', subject: id, before: auditedOf(company) });
    return company;
  });
}
