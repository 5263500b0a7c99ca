import { z } from 'zod';
import { url } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** The tax status of companies. */
export const vat = {
  VAT_UNVERIFIED: z.enum(['provisional', 'strict']).default('strict').register(documentation, {
    group: 'Shop',
    description:
      'What an order for a company with reverse charge is while the EU’s registry (VIES) has not answered about its VAT id: provisional is exempt and flagged, strict is taxed.',
    default: 'strict',
    example: 'provisional',
  }),
  SHOP_VAT_ID: z
    .string()
    .trim()
    .regex(/^[A-Z]{2}[A-Z0-9]{2,13}$/, 'must be a VAT id with the prefix of its country')
    .optional()
    .register(documentation, {
      group: 'Shop',
      description:
        'The shop’s VAT id: it stands in the note of exempt orders, and VIES answers to it with a consultation number.',
      example: 'DE136695976',
    }),
  VIES_URL: url('https:', 'http:')
    .default('https://ec.europa.eu/taxation_customs/vies/rest-api')
    .register(documentation, {
      group: 'Shop',
      description: 'Base address of the EU’s registry of VAT ids (VIES), its REST API.',
      default: 'https://ec.europa.eu/taxation_customs/vies/rest-api',
      example: 'http://localhost:9090',
    }),
};
