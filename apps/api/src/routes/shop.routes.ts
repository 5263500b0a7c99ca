import { defineRoutes } from '../kernel/route.ts';
import { ifNoneMatchSchema } from '../validators/shared.validator.ts';
import { shopSchema } from '../validators/shop.validator.ts';

export const shopRoutes = defineRoutes({
  getShop: {
    method: 'get',
    path: '/shop',
    summary: "Get the shop's name, currencies and countries",
    description:
      'What a storefront needs for its forms: currencies with prices, countries that the shop ships to, whether prices include tax, and the payment providers.',
    tag: 'Discovery',
    permission: 'public',
    cache: 'catalog',
    links: { shop: { title: 'Its name, currencies and countries' } },
    request: { headers: ifNoneMatchSchema },
    responses: {
      200: { description: 'The shop.', schema: shopSchema, tagged: true },
      304: { description: 'The shop still matches `If-None-Match`.' },
    },
    errors: [],
  },
});
