import type { Config } from '../config/index.ts';
import { createVies } from '../integrations/vies.ts';
import { createCompaniesService } from '../services/companies.service.ts';
import { createCustomerGroupsService } from '../services/customerGroups.service.ts';
import { createCustomersService } from '../services/customers.service.ts';
import { createProfileService } from '../services/profile.service.ts';
import type { Identity } from './identity.ts';
import type { Platform } from './platform.ts';

/** What customers keep about themselves, and the companies that they buy for. */
export function createCustomers(
  { cursorSecret, vat }: Config,
  { services }: Platform,
  { factors }: Pick<Identity, 'factors'>,
) {
  const groups = createCustomerGroupsService({ ...services, cursorSecret });
  return {
    companies: createCompaniesService({
      ...services,
      cursorSecret,
      vatValidator: createVies(vat),
    }),
    customerGroups: groups,
    customers: createCustomersService({ ...services, cursorSecret, factors, groups }),
    profile: createProfileService(),
  };
}
