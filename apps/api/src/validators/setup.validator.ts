import { z } from 'zod';

const stepSchema = z
  .object({
    id: z
      .enum([
        'products',
        'shippingZone',
        'shippingOption',
        'tax',
        'sender',
        'mail',
        'stripe',
        'webhook',
        'staffEmail',
        'publicUrl',
        'storefront',
      ])
      .meta({ example: 'shippingZone' }),
    title: z.string().meta({ description: 'What is to be there.' }),
    state: z.enum(['done', 'missing', 'advice']).meta({
      description:
        '`missing` keeps the shop from a real sale, or makes it go wrong; `advice` does not, but is worth a look.',
    }),
    message: z.string().meta({ description: 'How it is now.' }),
    next: z.string().nullable().meta({ description: 'What to do about it; null when it is done.' }),
  })
  .meta({ id: 'SetupStep' });

export const setupSchema = z
  .object({
    ready: z.boolean().meta({ description: 'Nothing is missing.' }),
    steps: z.array(stepSchema),
  })
  .meta({ id: 'Setup', description: 'How far the shop is from its first real sale.' });
