import type { Handlers } from '../kernel/route.ts';
import { presentCountryForm } from '../presenters/countries.presenter.ts';
import type { countryRoutes } from '../routes/countries.routes.ts';
import type { CatalogueCacheService } from '../services/catalogueCache.service.ts';
import type { CountriesService } from '../services/countries.service.ts';
import { serializeEnvelope } from '../utils/cachedBody.ts';
import { cached } from '../utils/response.ts';

interface Services {
  countries: CountriesService;
  catalogueCache: CatalogueCacheService;
}

export function createCountriesController({
  countries,
  catalogueCache,
}: Services): Handlers<typeof countryRoutes> {
  return {
    async getCountry(_ctx, { params: { code } }) {
      const read = async () =>
        serializeEnvelope({ data: presentCountryForm(countries.form(code)) });
      return cached(await catalogueCache.other(`countries.form ${code}`, read));
    },
  };
}
