import type { Handlers } from '../kernel/route.ts';
import type { countryRoutes } from '../routes/countries.routes.ts';
import type { CountriesService } from '../services/countries.service.ts';
import { finished } from '../utils/response.ts';

interface Services {
  countries: CountriesService;
}

export function createCountriesController({ countries }: Services): Handlers<typeof countryRoutes> {
  return {
    async getCountry(_ctx, { params }) {
      return finished(await countries.form(params.code));
    },
  };
}
