import type { ShopController } from '../controllers/shop.controller.ts';
import { defineRoute, type Route } from '../kernel/route.ts';
import { ifNoneMatchSchema } from '../validators/shared.validator.ts';
import { shopSchema } from '../validators/shop.validator.ts';

export function shopRoutes(controller: ShopController): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/shop',
      operationId: 'getShop',
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
      handler: (input, ctx) => controller.profile(input, ctx),
    }),
  ];
}
