import { z } from 'zod';

const currencySchema = z.string().regex(/^[A-Z]{3}$/);
const countrySchema = z.string().regex(/^[A-Z]{2}$/);

export const shopSchema = z
  .object({
    name: z.string(),
    defaultCurrency: currencySchema.meta({ description: 'The currency of carts that name none.' }),
    currencies: z.array(currencySchema).meta({
      description:
        'Currencies in which something has a price; the default currency is always first.',
    }),
    defaultCountry: countrySchema.meta({
      description:
        'The country for which tax and shipping are estimated until the address is known.',
    }),
    countries: z.array(countrySchema).meta({
      description:
        'Countries that the shop ships to: ISO 3166-1 alpha-2, in alphabetical order. Empty when nothing can be shipped yet.',
    }),
    taxDisplay: z.enum(['inclusive', 'exclusive']).meta({
      description: 'Whether prices include the tax of the default country.',
    }),
    paymentProviders: z
      .array(z.string())
      .meta({ description: 'The payment providers that checkouts can use.', example: ['stripe'] }),
  })
  .meta({ id: 'Shop', description: 'What a storefront needs before it shows anything.' });
