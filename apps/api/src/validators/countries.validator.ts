import { z } from 'zod';
import { countrySchema } from './shared.validator.ts';

export const countryParamsSchema = z.object({
  code: z.string().max(100).meta({
    description: 'ISO 3166-1 alpha-2 in capitals, or XK for Kosovo.',
    example: 'US',
  }),
});

const fieldSchema = z
  .object({
    name: z
      .enum([
        'firstName',
        'lastName',
        'company',
        'line1',
        'line2',
        'city',
        'region',
        'postalCode',
        'phone',
      ])
      .meta({ description: 'The member of the address.' }),
    term: z.string().meta({
      description:
        'What the field is called there, to look up a label in your own languages: `state`, `prefecture`, `county`; `zip`, `eircode`, `pin`, `postal`; `city`, `suburb`, `post_town`, `district`; otherwise the name.',
      example: 'state',
    }),
    label: z.string().meta({ description: 'In English.', example: 'State' }),
    required: z.boolean().meta({
      description:
        'Whether addresses there need it. The shop enforces it too, except for `region`.',
    }),
    autocomplete: z.string().meta({
      description: 'The value for the `autocomplete` attribute of an input.',
      example: 'address-level1',
    }),
  })
  .meta({ id: 'AddressField', description: 'A field of an address form.' });

const regionSchema = z
  .object({
    code: z.string().meta({ description: 'The value of `region` in an address.', example: 'CA' }),
    name: z.string().meta({ description: 'In Latin letters.', example: 'California' }),
    localName: z.string().meta({ description: 'In the local script.' }),
  })
  .meta({ id: 'Region', description: 'A state, province, prefecture …' });

export const countryFormSchema = z
  .object({
    code: countrySchema,
    name: z.string().meta({ description: 'In English.', example: 'United States' }),
    fields: z.array(fieldSchema).meta({
      description:
        'In the order in which people there fill them in. A field that is not listed is not used there, such as a postal code in Hong Kong.',
    }),
    lines: z.array(z.string()).meta({
      description: 'How an address is written in Latin letters, line by line.',
      example: ['{firstName} {lastName}', '{line1}', '{city}, {region} {postalCode}', '{country}'],
    }),
    postalCode: z
      .object({
        pattern: z.string().meta({
          description:
            "A regular expression for the whole code in capitals, usable as an input's `pattern`. Where the field is required, the shop refuses what does not match it, but for missing spaces and hyphens; elsewhere it accepts any code.",
        }),
        examples: z.array(z.string()),
      })
      .nullable()
      .meta({ description: 'Null where there are no postal codes.' }),
    regions: z
      .array(regionSchema)
      .meta({ description: 'The regions to choose from; empty when none are known.' }),
  })
  .meta({ id: 'CountryForm', description: 'The address form of a country.' });
