import { defineDomain } from './defineDomain.ts';

export const roles = defineDomain({
  idPrefixes: { role: 'role', roleGrant: 'rg' },
});
