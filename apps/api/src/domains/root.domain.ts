import { defineDomain } from './defineDomain.ts';

export const root = defineDomain({
  tags: {
    Discovery: { group: 'Storefront', description: 'Where everything is: begin here.' },
  },
});
