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
      .meta({ description: 'The member of an address.' }),
    term: z.string().meta({
      description:
        'What it is there, to look a label up in your own languages: `state`, `prefecture`, `county`; `zip`, `eircode`, `pin`, `postal`; `city`, `suburb`, `post_town`, `district`; else the name.',
      example: 'state',
    }),
    label: z.string().meta({ description: 'In English.', example: 'State' }),
    required: z.boolean().meta({
      description:
        'Whether an address there is not complete without it. The shop insists on it too, but for `region`.',
    }),
    autocomplete: z.string().meta({
      description: 'For the `autocomplete` of an input.',
      example: 'address-level1',
    }),
  })
  .meta({ id: 'AddressField', description: 'A field of a form for an address.' });

const regionSchema = z
  .object({
    code: z.string().meta({ description: 'For `region` of an address.', example: 'CA' }),
    name: z.string().meta({ description: 'In Latin letters.', example: 'California' }),
    localName: z.string().meta({ description: 'As people there write it.' }),
  })
  .meta({ id: 'Region', description: 'A state, province, prefecture …' });

export const countryFormSchema = z
  .object({
    code: countrySchema,
    name: z.string().meta({ description: 'In English.', example: 'United States' }),
    fields: z.array(fieldSchema).meta({
      description:
        'In the order in which people there fill them in. What is not among them is not asked for there, such as a postal code in Hong Kong.',
    }),
    lines: z.array(z.string()).meta({
      description: 'How an address is written in Latin letters, line by line.',
      example: ['{firstName} {lastName}', '{line1}', '{city}, {region} {postalCode}', '{country}'],
    }),
    postalCode: z
      .object({
        pattern: z.string().meta({
          description:
            'A regular expression for the whole code in capitals, good for the `pattern` of an input. Warn by it and do not refuse: a code that does not match is taken all the same, since the world is ahead of every list.',
        }),
        examples: z.array(z.string()),
      })
      .nullable()
      .meta({ description: 'Null where there are no postal codes.' }),
    regions: z
      .array(regionSchema)
      .meta({ description: 'To choose from; empty where none are known.' }),
  })
  .meta({ id: 'CountryForm', description: "The form of a country's addresses." });

export type CountryParams = z.output<typeof countryParamsSchema>;
