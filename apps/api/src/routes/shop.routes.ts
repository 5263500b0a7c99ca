import { defineRoutes } from '../kernel/route.ts';
import { ifNoneMatchSchema } from '../validators/shared.validator.ts';
import { shopSchema } from '../validators/shop.validator.ts';

export const shopRoutes = defineRoutes({
  getShop: {
    method: 'get',
    path: '/shop',
    summary: 'Get the shop: name, currencies, countries',
    description:
      'What a storefront needs for its forms: in which currencies there are prices, to which countries goods are sent, whether prices contain tax, and how one may pay.',
    tag: 'Discovery',
    permission: 'public',
    cache: 'catalog',
    request: { headers: ifNoneMatchSchema },
    responses: {
      200: { description: 'The shop.', schema: shopSchema, tagged: true },
      304: { description: 'The shop is still what `If-None-Match` names.' },
    },
    errors: [],
  },
});
