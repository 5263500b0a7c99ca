import { defineDomain } from './defineDomain.ts';

export const countries = defineDomain({
  tags: {
    Countries: { group: 'Storefront', description: 'The address form of each country.' },
  },
});
