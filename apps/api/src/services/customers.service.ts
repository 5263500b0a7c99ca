import { withDeps } from '../utils/withDeps.ts';
import {
  changeCustomer,
  resetCustomerFactors,
  setEnabled,
  type CustomersDeps,
} from './customers/changeCustomer.ts';
import { getCustomer, listCustomers } from './customers/findCustomers.ts';
import { listTimeline } from './customers/findTimeline.ts';
import { mergeCustomers } from './customers/mergeCustomers.ts';

export type { Customer } from './customers/findCustomers.ts';
export type { TimelineEntry } from './customers/findTimeline.ts';
export type CustomersService = ReturnType<typeof createCustomersService>;

/** Customers as staff work with them. */
export function createCustomersService(deps: CustomersDeps) {
  return {
    get: getCustomer,
    ...withDeps(deps, {
      list: listCustomers,
      timeline: listTimeline,
      change: changeCustomer,
      setEnabled,
      resetFactors: resetCustomerFactors,
      merge: mergeCustomers,
    }),
  };
}
