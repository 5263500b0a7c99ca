import { defineDomain } from './defineDomain.ts';

export const customers = defineDomain({
  idPrefixes: { customer: 'cus' },
});
