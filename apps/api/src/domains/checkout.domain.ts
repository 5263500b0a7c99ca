import { defineDomain } from './defineDomain.ts';

export const checkout = defineDomain({
  errors: {
    approval_required: [409, 'The order must be approved'],
    price_changed: [409, 'The price has changed'],
  },
  tags: {
    Checkout: {
      group: 'Storefront',
      description: 'Turns a cart into an order: reserves stock, fixes prices, starts the payment.',
    },
  },
});
