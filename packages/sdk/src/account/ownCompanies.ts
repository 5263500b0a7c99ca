import { unwrap, type Api } from '../api.ts';
import { initOf, type CallOptions } from '../callOptions.ts';
import type { components } from '../generated/schema.ts';

/** A company with its locations, and what this customer may order for it. */
export type OwnCompany = components['schemas']['OwnCompany'];

/** The companies that the customer buys for. A cart is for the `companyLocationId` that it is given. */
export function createOwnCompanies(api: Api) {
  return {
    async list(options: CallOptions = {}): Promise<OwnCompany[]> {
      return (await unwrap(api.GET('/api/v1/me/companies', initOf(options)))).data;
    },
  };
}
