import { defineDomain } from './defineDomain.ts';

export const carts = defineDomain({
  idPrefixes: { cart: 'cart', cartItem: 'ci' },
  secretIds: ['cart'],
  errors: {
    cart_completed: [409, 'The cart has been checked out'],
    cart_incomplete: [422, 'The cart is not ready for checkout'],
    cart_limit_exceeded: [422, 'The cart would exceed a limit'],
    quantity_not_allowed: [422, 'The company does not buy in this quantity'],
    variant_unavailable: [422, 'The variant is not for sale'],
    currency_unavailable: [422, 'There is no price in this currency'],
    promotion_unavailable: [422, 'The promotion code cannot be used'],
  },
  ownPermissions: { 'carts:read': 'customer', 'carts:write': 'customer' },
  tags: {
    Carts: {
      group: 'Storefront',
      description:
        "A shopper's selection with its prices: items, addresses, shipping, tax. Every answer is the whole cart; `ETag` and `If-Match` keep two tabs from overwriting each other.",
    },
  },
});
