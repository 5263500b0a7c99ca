import type { Handlers } from '../kernel/route.ts';
import {
  companyEtag,
  isCompanyOf,
  presentApproval,
  presentCompany,
  presentOutdatedCompany,
  presentOwnCompany,
} from '../presenters/companies.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { companyRoutes } from '../routes/companies.routes.ts';
import type { CompaniesService, Company } from '../services/companies.service.ts';
import { created, ok, page, showingCurrent, tagged } from '../utils/response.ts';

interface Services {
  companies: CompaniesService;
}

const show = (company: Company) => tagged(ok(presentCompany(company)), companyEtag(company));

async function showChanged(changed: Promise<Company>) {
  return show(await showingCurrent(changed, presentOutdatedCompany));
}

async function showAdded(changed: Promise<Company>) {
  const company = await showingCurrent(changed, presentOutdatedCompany);
  const address = `${API_BASE}/admin/companies/${company.id}`;
  return tagged(created(presentCompany(company), address), companyEtag(company));
}

/** What staff change is answered with the whole company and its entity tag. */
export function createCompaniesController({ companies }: Services): Handlers<typeof companyRoutes> {
  return {
    async listCompanies(ctx, { query }) {
      const { rows, meta } = await companies.list(ctx, query);
      return page(rows.map(presentCompany), meta);
    },

    createCompany: (ctx, { body }) => showAdded(companies.create(ctx, body)),

    async getCompany(ctx, { params }) {
      return show(await companies.get(ctx, params.companyId));
    },

    changeCompany(ctx, { params, headers, body }) {
      const isExpected = isCompanyOf(headers['if-match']);
      return showChanged(companies.change(ctx, params.companyId, { ...body, isExpected }));
    },

    async deleteCompany(ctx, { params }) {
      return ok(presentCompany(await companies.remove(ctx, params.companyId)));
    },

    addCompanyLocation(ctx, { params, headers, body }) {
      const isExpected = isCompanyOf(headers['if-match']);
      return showAdded(companies.addLocation(ctx, params.companyId, { ...body, isExpected }));
    },

    changeCompanyLocation(ctx, { params: { companyId, locationId }, headers, body }) {
      const isExpected = isCompanyOf(headers['if-match']);
      const change = { ...body, locationId, isExpected };
      return showChanged(companies.changeLocation(ctx, companyId, change));
    },

    removeCompanyLocation(ctx, { params: { companyId, locationId }, headers }) {
      const isExpected = isCompanyOf(headers['if-match']);
      return showChanged(companies.removeLocation(ctx, companyId, { locationId, isExpected }));
    },

    putCompanyMember(ctx, { params: { companyId, customerId }, headers, body }) {
      const isExpected = isCompanyOf(headers['if-match']);
      return showChanged(companies.putMember(ctx, companyId, { ...body, customerId, isExpected }));
    },

    removeCompanyMember(ctx, { params: { companyId, customerId }, headers }) {
      const isExpected = isCompanyOf(headers['if-match']);
      return showChanged(companies.removeMember(ctx, companyId, { customerId, isExpected }));
    },

    putQuantityRules(ctx, { params, headers, body }) {
      const isExpected = isCompanyOf(headers['if-match']);
      const rules = { ...body, isExpected };
      return showChanged(companies.putQuantityRules(ctx, params.companyId, rules));
    },

    async listCompanyApprovals(ctx, { params, query }) {
      const { rows, meta } = await companies.listApprovals(ctx, params.companyId, query);
      return page(rows.map(presentApproval), meta);
    },

    async listOwnApprovals(ctx, { query }) {
      const { rows, meta } = await companies.listOwnApprovals(ctx, query);
      return page(rows.map(presentApproval), meta);
    },

    async listOwnCompanies(ctx) {
      return ok((await companies.listOwn(ctx)).map(presentOwnCompany));
    },
  };
}
