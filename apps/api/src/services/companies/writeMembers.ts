import { statement } from '../../db/statement.ts';
import type { CompanyRole } from '../../domains/companies.enums.ts';
import { MAX_MEMBERS } from '../../domains/companies.limits.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { refuseGone } from '../../kernel/goneCustomer.ts';
import type { Money } from '../../kernel/money.ts';
import { changeInPlace, type ChangeTerms, type CompaniesDeps } from './changeInPlace.ts';
import type { Company } from './company.ts';

/** Waits for a merge of the customer, and makes one wait. */
const lockCustomer = statement('companies.lockCustomer')<
  { id: string },
  { mergedIntoId: string | null; status: string }
>(
  `SELECT c.merged_into_id AS "mergedIntoId", u.status::text AS status
   FROM customers c JOIN users u ON u.id = c.user_id WHERE c.id = :id FOR SHARE OF c`,
);

interface MemberInput extends ChangeTerms {
  readonly customerId: string;
  readonly role: CompanyRole;
  readonly orderLimit: Money | null;
}

/**
 * Has a customer be a member of the company, with this role and limit.
 * @throws {AppError} not_found, company_limit_exceeded; state_conflict for one who is merged or erased.
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
      await requireCustomer(ctx, customerId);
      const terms = {
        role,
        orderLimit: orderLimit && BigInt(orderLimit.amount),
        orderLimitCurrency: orderLimit && orderLimit.currency,
      };
      await ctx.db.prisma.companyMember.upsert({
        where: { companyId_customerId: { companyId, customerId } },
        create: { companyId, customerId, ...terms },
        update: terms,
      });
    },
  });
}

/**
 * @throws {AppError} not_found; state_conflict for one who is merged or erased.
 * @throws {OutdatedError} precondition_failed
 */
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
      if (count > 0) return;
      await requireCustomer(ctx, customerId);
      throw notFound('member of this company');
    },
  });
}

async function requireCustomer({ db }: Context, id: string): Promise<void> {
  const [customer] = await db.query(lockCustomer, { id });
  if (!customer) throw notFound('customer');
  refuseGone(customer);
}
