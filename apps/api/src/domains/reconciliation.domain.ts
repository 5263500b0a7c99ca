import { defineDomain } from './defineDomain.ts';

export const reconciliation = defineDomain({
  movesMoney: true,
  idPrefixes: { reconciliation: 'rec' },
});
