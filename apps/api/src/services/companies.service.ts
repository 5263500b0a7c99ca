import type { Context } from '../kernel/context.ts';
import type { VatValidator } from '../ports/vatValidator.ts';
import { readIdPage, type IdListQuery } from '../utils/page.ts';
import { withDeps } from '../utils/withDeps.ts';
import type { CompaniesDeps } from './companies/changeInPlace.ts';
import { listCompanyApprovals, listOwnApprovals } from './companies/findApprovals.ts';
import { findCompanies, getCompany, listOwnCompanies } from './companies/findCompanies.ts';
import { putQuantityRules } from './companies/putQuantityRules.ts';
import { changeCompany, createCompany, deleteCompany } from './companies/writeCompanies.ts';
import { queueVatChecks, verifyVatId } from './companies/verifyVatIds.ts';
import { addLocation, changeLocation, removeLocation } from './companies/writeLocations.ts';
import { putMember, removeMember } from './companies/writeMembers.ts';

export type { CartCompany } from './companies/sql.ts';
export type { Approval } from './companies/findApprovals.ts';
export type { Company, CompanyLocation, OwnCompany, QuantityRule } from './companies/company.ts';

interface CompanyQuery extends IdListQuery {
  /** A part of the name. */
  readonly name?: string | undefined;
}

interface ServiceDeps extends CompaniesDeps {
  readonly vatValidator: VatValidator;
  /** Signs the cursors of the list. */
  readonly cursorSecret: string;
}

export type CompaniesService = ReturnType<typeof createCompaniesService>;

/** Businesses that buy: their locations, members, and the quantities in which they buy. */
export function createCompaniesService({ cursorSecret, ...deps }: ServiceDeps) {
  return {
    get: getCompany,
    listOwn: listOwnCompanies,
    ...withDeps({ cursorSecret }, { listOwnApprovals, listApprovals: listCompanyApprovals }),

    /** Newest first. @throws {AppError} invalid_cursor */
    list: (ctx: Context, query: CompanyQuery) =>
      readIdPage({ secret: cursorSecret, name: 'companies' }, query, (range) =>
        findCompanies(ctx, range, query.name),
      ),

    ...withDeps(deps, {
      create: createCompany,
      change: changeCompany,
      remove: deleteCompany,
      addLocation,
      changeLocation,
      removeLocation,
      putMember,
      removeMember,
      putQuantityRules,
      queueVatChecks,
      verifyVatId,
    }),
  };
}
