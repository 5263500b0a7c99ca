import { defineDomain } from './defineDomain.ts';

export const root = defineDomain({
  tags: {
    Discovery: { group: 'Storefront', description: 'Links to everything. Begin here.' },
  },
});
