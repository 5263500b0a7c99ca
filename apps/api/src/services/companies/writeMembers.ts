import type { CompanyRole } from '../../domains/companies.enums.ts';
import { MAX_MEMBERS } from '../../domains/companies.limits.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { changeInPlace, type ChangeTerms, type CompaniesDeps } from './changeInPlace.ts';
import type { Company } from './company.ts';

interface MemberInput extends ChangeTerms {
  readonly customerId: string;
  readonly role: CompanyRole;
  readonly orderLimit: Money | null;
}

/**
 * Has a customer be a member of the company, with this role and limit.
 * @throws {AppError} not_found, company_limit_exceeded
 * @throws {OutdatedError} precondition_failed
 */
export function putMember(
  deps: CompaniesDeps,
  ctx: Context,
  companyId: string,
  { customerId, role, orderLimit, isExpected }: MemberInput,
): Promise<Company> {
  return changeInPlace(deps, ctx, companyId, {
    action: 'company.putMember',
    isExpected,
    async change(ctx, { members }) {
      const isNew = members.every((member) => member.customerId !== customerId);
      if (isNew && members.length >= MAX_MEMBERS) {
        const message = `A company has at most ${MAX_MEMBERS} members.`;
        throw new AppError('company_limit_exceeded', message);
      }
      const { customer, companyMember } = ctx.db.prisma;
      if ((await customer.count({ where: { id: customerId } })) === 0) throw notFound('customer');
      const terms = {
        role,
        orderLimit: orderLimit && BigInt(orderLimit.amount),
        orderLimitCurrency: orderLimit && orderLimit.currency,
      };
      await companyMember.upsert({
        where: { companyId_customerId: { companyId, customerId } },
        create: { companyId, customerId, ...terms },
        update: terms,
      });
    },
  });
}

/** @throws {AppError} not_found @throws {OutdatedError} precondition_failed */
export function removeMember(
  deps: CompaniesDeps,
  ctx: Context,
  companyId: string,
  { customerId, isExpected }: { readonly customerId: string } & ChangeTerms,
): Promise<Company> {
  return changeInPlace(deps, ctx, companyId, {
    action: 'company.removeMember',
    isExpected,
    async change(ctx) {
      const where = { companyId, customerId };
      const { count } = await ctx.db.prisma.companyMember.deleteMany({ where });
      if (count === 0) throw notFound('member of this company');
    },
  });
}
