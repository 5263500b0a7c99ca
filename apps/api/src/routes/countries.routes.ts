import { defineRoutes } from '../kernel/route.ts';
import { countryFormSchema, countryParamsSchema } from '../validators/countries.validator.ts';
import { ifNoneMatchSchema } from '../validators/shared.validator.ts';

export const countryRoutes = defineRoutes({
  getCountry: {
    method: 'get',
    path: '/countries/:code',
    summary: "Get a country's address form",
    description:
      'The fields of an address in this country, in their order: labels, which fields are required, and the regions to choose from.',
    tag: 'Countries',
    permission: 'public',
    cache: 'catalog',
    links: { country: { title: 'The form of a country’s addresses' } },
    request: { params: countryParamsSchema, headers: ifNoneMatchSchema },
    responses: {
      200: { description: 'The form.', schema: countryFormSchema, tagged: true },
      304: { description: 'The form still matches `If-None-Match`.' },
    },
    errors: ['not_found'],
  },
});
