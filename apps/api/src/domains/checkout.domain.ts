import { defineDomain } from './defineDomain.ts';

export const checkout = defineDomain({
  errors: { price_changed: [409, 'The price has changed'] },
  tags: {
    Checkout: {
      group: 'Storefront',
      description: 'From cart to order: stock is reserved, prices are held, payment begins.',
    },
  },
});
