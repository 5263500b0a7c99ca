import { defineDomain } from './defineDomain.ts';

export const tax = defineDomain({
  idPrefixes: { taxRate: 'tax' },
});
