import { defineDomain } from './defineDomain.ts';

export const limits = defineDomain({
  /** Held by a storefront's server, which asks for many buyers. */
  permissions: ['buyers:address'],
});
