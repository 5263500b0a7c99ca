import { z } from 'zod';

const currencySchema = z.string().regex(/^[A-Z]{3}$/);
const countrySchema = z.string().regex(/^[A-Z]{2}$/);

export const shopSchema = z
  .object({
    name: z.string(),
    defaultCurrency: currencySchema.meta({ description: 'Of carts that ask for none.' }),
    currencies: z.array(currencySchema).meta({
      description: 'What something has a price in; the default one first, even where nothing has.',
    }),
    defaultCountry: countrySchema.meta({
      description: 'What tax and shipping are estimated for until an address is known.',
    }),
    countries: z.array(countrySchema).meta({
      description:
        'Where goods are sent to: ISO 3166-1 alpha-2, in the order of the alphabet. Empty where nothing can be sent yet.',
    }),
    taxDisplay: z.enum(['inclusive', 'exclusive']).meta({
      description: 'Whether prices contain the tax of the default country.',
    }),
    paymentProviders: z
      .array(z.string())
      .meta({ description: 'What a checkout may be paid with.', example: ['stripe'] }),
  })
  .meta({ id: 'Shop', description: 'What a storefront must know before it shows anything.' });
