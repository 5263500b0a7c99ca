import { defineDomain } from './defineDomain.ts';

export const reconciliation = defineDomain({
  idPrefixes: { reconciliation: 'rec' },
});
