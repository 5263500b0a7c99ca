import type { Shown } from '../kernel/route.ts';
import type { CountryForm, FieldName } from '../services/countries.service.ts';
import type { countryFormSchema } from '../validators/countries.validator.ts';

/** For `autocomplete` of an input (WHATWG HTML). */
const autofill: Readonly<Record<FieldName, string>> = {
  firstName: 'given-name',
  lastName: 'family-name',
  company: 'organization',
  line1: 'address-line1',
  line2: 'address-line2',
  city: 'address-level2',
  region: 'address-level1',
  postalCode: 'postal-code',
  phone: 'tel',
};

/** A country's address form, with what the inputs of an HTML form need. */
export function presentCountryForm(form: CountryForm): Shown<typeof countryFormSchema> {
  const { code, name, fields, lines, postalCode, regions } = form;
  return {
    code,
    name,
    fields: fields.map((field) => ({ ...field, autocomplete: autofill[field.name] })),
    lines,
    postalCode,
    regions,
  };
}
