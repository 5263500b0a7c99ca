import { isCountry, nearestCountry } from '../utils/countries.ts';
import { notFound } from '../kernel/errors.ts';
import { finish } from '../utils/finishedBody.ts';
import type { CacheService } from './cache.service.ts';
import { countryForm } from './countries/form.ts';

export type CountriesService = ReturnType<typeof createCountriesService>;

/** What a storefront needs to know of a country to ask for an address there. */
export function createCountriesService({ cache }: { cache: CacheService }) {
  return {
    /** The form of a country's addresses, finished. @throws {AppError} not_found */
    async form(code: string) {
      if (!isCountry(code)) {
        const nearest = nearestCountry(code);
        throw notFound(nearest === undefined ? 'country' : `country (perhaps ${nearest})`);
      }
      const make = () => Promise.resolve({ answer: finish({ data: countryForm(code) }), tags: [] });
      return cache.read(`countries.form ${code}`, make);
    },
  };
}
