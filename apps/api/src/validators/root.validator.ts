import { z } from 'zod';

const linkSchema = z
  .object({
    href: z.string().meta({ description: 'A path on this host, or a URI template (RFC 6570).' }),
    templated: z.literal(true).optional(),
    title: z.string(),
  })
  .meta({ id: 'Link', description: 'A link (as in HAL).' });

export const rootSchema = z
  .object({
    name: z.string(),
    version: z.string().meta({ description: 'Of the API document.' }),
    _links: z.record(z.string(), linkSchema).meta({ description: 'By relation.' }),
  })
  .meta({ id: 'Root', description: 'The entry point of the API.' });
