import { notFound } from '../kernel/errors.ts';
import { isCountry, nearestCountry } from '../utils/countries.ts';
import { countryForm } from './countries/form.ts';

export type { CountryForm, FieldName } from './countries/form.ts';

export type CountriesService = ReturnType<typeof createCountriesService>;

/** The data for a country's address form. */
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
