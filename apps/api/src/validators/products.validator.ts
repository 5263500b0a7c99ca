import { z } from 'zod';
import {
  categorySummarySchema,
  collectionSummarySchema,
  categoryNameSchema,
} from './categories.validator.ts';
import { idSchema, moneySchema, pageMetaSchema, timestampSchema } from './shared.validator.ts';

const priceSchema = moneySchema
  .nullable()
  .meta({ description: 'Null when it has no price in the currency that was asked for.' });

const variantSchema = z
  .object({
    id: idSchema('variant'),
    sku: z.string().nullable().meta({ example: 'TEE-S-BLUE' }),
    title: z.string().meta({ example: 'S / Blue' }),
    options: z.array(z.object({ name: z.string(), value: z.string() })).meta({
      description: "One value for each of the product's options, in their order.",
      example: [{ name: 'Size', value: 'S' }],
    }),
    price: priceSchema,
    compareAtPrice: moneySchema.nullable().meta({ description: 'The price it had before.' }),
    available: z.boolean().meta({
      description: 'Whether it can be bought now: in stock, not tracked, or sold on backorder.',
    }),
    inventoryPolicy: z.enum(['deny', 'continue']).meta({
      description: 'Whether it is sold beyond what is in stock.',
    }),
    position: z.int(),
    imageId: idSchema('image').nullable().meta({ description: 'The picture that shows it.' }),
  })
  .meta({ id: 'Variant', description: 'What can be put into a cart.' });

const imageSchema = z
  .object({
    id: idSchema('image'),
    url: z.string().meta({ example: 'https://shop.example/media/tee.jpg' }),
    alt: z.string(),
    position: z.int(),
    width: z.int().nullable().meta({ description: 'Pixels; null while it is not known.' }),
    height: z.int().nullable().meta({ description: 'Pixels; null while it is not known.' }),
    variants: z.array(idSchema('variant')).meta({ description: 'The variants it shows.' }),
    derivatives: z
      .array(z.object({ width: z.int(), format: z.string(), url: z.string() }))
      .meta({ description: 'Smaller versions and other formats, for `srcset`.' }),
  })
  .meta({ id: 'ProductImage', description: 'A picture of a product.' });

export const productSchema = z
  .object({
    id: idSchema('product'),
    handle: z.string().meta({ example: 'linen-shirt' }),
    title: z.string().meta({ example: 'Linen shirt' }),
    description: z.string().meta({ description: 'Sanitised HTML.' }),
    vendor: z.string(),
    type: z.string(),
    tags: z.array(z.string()),
    status: z.literal('active').meta({ description: 'Only active products are shown.' }),
    available: z.boolean().meta({ description: 'Whether any variant can be bought now.' }),
    priceRange: z
      .object({ min: moneySchema, max: moneySchema })
      .nullable()
      .meta({ description: 'Over the variants; null without a price in the currency.' }),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    variants: z.array(variantSchema),
    images: z.array(imageSchema),
    categories: z.array(categorySummarySchema),
    collections: z.array(collectionSummarySchema),
    seo: z.object({ title: z.string().nullable(), description: z.string().nullable() }),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'Product', description: 'A product with its variants, priced in one currency.' });

/** The answer to `fields=`. */
export const sparseProductSchema = productSchema.partial().required({ id: true }).meta({
  id: 'SparseProduct',
  description: 'The members of a product that `fields` asked for, and its id.',
});

const valueCountSchema = z.object({ value: z.string(), count: z.int() });

export const facetsSchema = z
  .object({
    categories: z.array(categoryNameSchema.extend({ path: z.string(), count: z.int() })).meta({
      description: 'With the products of the categories below counted in.',
    }),
    tags: z.array(valueCountSchema),
    vendors: z.array(valueCountSchema),
    types: z.array(valueCountSchema),
    price: z
      .object({ min: moneySchema, max: moneySchema })
      .nullable()
      .meta({ description: 'Lowest and highest price of a variant.' }),
    inStock: z.object({ true: z.int(), false: z.int() }),
  })
  .meta({
    id: 'ProductFacets',
    description:
      'What the products that pass all filters have in common, each with the number of products. The 100 most frequent values of each kind.',
  });

export const productListMetaSchema = pageMetaSchema
  .extend({
    facets: facetsSchema.optional().meta({ description: 'Only with `facets=true`.' }),
  })
  .meta({ id: 'ProductListMeta' });

export type Product = z.output<typeof productSchema>;
export type ProductField = keyof Product;
export type ProductFacets = z.output<typeof facetsSchema>;
export type ProductListMeta = z.output<typeof productListMetaSchema>;
