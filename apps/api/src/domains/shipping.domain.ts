import { defineDomain } from './defineDomain.ts';

export const shipping = defineDomain({
  idPrefixes: { zone: 'zone', shippingOption: 'so', shippingRate: 'sr' },
  errors: { shipping_unavailable: [422, 'The shipping option is not available'] },
});
