import { unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions } from '../callOptions.ts';
import type { components } from '../generated/schema.ts';
import { paginate } from '../paginate.ts';

/** A company with its locations, and what this customer may order for it. */
export type OwnCompany = components['schemas']['OwnCompany'];

/** The companies that the customer buys for. A cart is for the `companyLocationId` that it is given. */
export function createOwnCompanies(api: Api) {
  return {
    async list(options: CallOptions = {}): Promise<OwnCompany[]> {
      return (await unwrap(api.GET('/api/v1/me/companies', initOf(options)))).data;
    },

    /** Carts of other members that wait for this customer's approval: check them out as they are. */
    approvals(options: CallOptions = {}) {
      return paginate((cursor) => {
        const query = cursor === undefined ? {} : { cursor };
        return unwrap(api.GET('/api/v1/me/approvals', { params: { query }, ...initOf(options) }));
      });
    },
  };
}
