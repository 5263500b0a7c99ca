import { defineDomain } from './defineDomain.ts';

export const countries = defineDomain({
  tags: {
    Countries: { group: 'Storefront', description: 'What a form for an address asks for.' },
  },
});
