import type { CountriesService } from '../services/countries.service.ts';
import { finished, type Reply } from '../kernel/reply.ts';
import type { CountryParams } from '../validators/countries.validator.ts';

export type CountriesController = ReturnType<typeof createCountriesController>;

export function createCountriesController({ countries }: { countries: CountriesService }) {
  return {
    async get({ params }: { params: CountryParams }): Promise<Reply> {
      return finished(await countries.form(params.code));
    },
  };
}
