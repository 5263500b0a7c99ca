import { notFound } from '../kernel/errors.ts';
import { isCountry, nearestCountry } from '../utils/countries.ts';
import { countryForm } from './countries/form.ts';

export type CountriesService = ReturnType<typeof createCountriesService>;

/** What a storefront needs to know of a country to ask for an address there. */
export function createCountriesService() {
  return {
    /** The form of a country's addresses. @throws {AppError} not_found */
    form(code: string) {
      if (isCountry(code)) return countryForm(code);
      const nearest = nearestCountry(code);
      throw notFound(nearest === undefined ? 'country' : `country (perhaps ${nearest})`);
    },
  };
}
