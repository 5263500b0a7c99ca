import { defineRoutes } from '../kernel/route.ts';
import { countryFormSchema, countryParamsSchema } from '../validators/countries.validator.ts';
import { ifNoneMatchSchema } from '../validators/shared.validator.ts';

export const countryRoutes = defineRoutes({
  getCountry: {
    method: 'get',
    path: '/countries/:code',
    summary: "Get the form of a country's addresses",
    description:
      'Which fields an address there has, in their order, what they are called, which of them it cannot do without, and what there is to choose from.',
    tag: 'Countries',
    permission: 'public',
    cache: 'catalog',
    request: { params: countryParamsSchema, headers: ifNoneMatchSchema },
    responses: {
      200: { description: 'The form.', schema: countryFormSchema, tagged: true },
      304: { description: 'The form is still what `If-None-Match` names.' },
    },
    errors: ['not_found'],
  },
});
