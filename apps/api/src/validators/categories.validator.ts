import { z } from 'zod';
import { idSchema } from './shared.validator.ts';

const handleSchema = z
  .string()
  .meta({ description: 'A readable, unique name for URLs.', example: 'shirts' });

/** The members that identify a category wherever one is mentioned. */
export const categoryNameSchema = z.object({
  id: idSchema('category'),
  handle: handleSchema,
  name: z.string().meta({ example: 'Shirts' }),
});

/** A category as a product refers to it. */
export const categorySummarySchema = categoryNameSchema
  .extend({
    path: z.string().meta({
      description: 'The handles from the root down to this category, joined by "/".',
      example: 'apparel/shirts',
    }),
    ancestors: z.array(categoryNameSchema).optional().meta({
      description: 'From the root to the parent. Only with `expand=categories`.',
    }),
  })
  .meta({ id: 'CategorySummary', description: 'A category that a product belongs to.' });

/** A node of the tree. */
export const categorySchema = categoryNameSchema
  .extend({
    path: z.string().meta({ example: 'apparel' }),
    get children(): z.ZodArray<typeof categorySchema> {
      return z.array(categorySchema).meta({ description: 'In display order.' });
    },
  })
  .meta({
    id: 'Category',
    description: 'A category with everything below it.',
    example: {
      id: 'cat_01kagvrz8y0g2m4q6t8w0x2z4b',
      handle: 'apparel',
      name: 'Apparel',
      path: 'apparel',
      children: [],
    },
  });

/** A collection as a product refers to it. */
export const collectionSummarySchema = z
  .object({
    id: idSchema('collection'),
    handle: handleSchema,
    title: z.string().meta({ example: 'Summer' }),
    description: z.string().optional().meta({ description: 'Only with `expand=collections`.' }),
  })
  .meta({ id: 'CollectionSummary', description: 'A collection that a product belongs to.' });

export const collectionSchema = z
  .object({
    id: idSchema('collection'),
    handle: handleSchema,
    title: z.string().meta({ example: 'Summer' }),
    description: z.string(),
  })
  .meta({
    id: 'Collection',
    description: 'A set of products that staff have chosen.',
    example: {
      id: 'col_01kagvrz8y0g2m4q6t8w0x2z4b',
      handle: 'summer',
      title: 'Summer',
      description: 'What we wear at the beach.',
    },
  });
