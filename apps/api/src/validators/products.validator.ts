import { z } from 'zod';
import { inventoryPolicies } from '../domains/products.enums.ts';
import {
  categorySummarySchema,
  collectionSummarySchema,
  categoryNameSchema,
} from './categories.validator.ts';
import { idSchema, moneySchema, pageMetaSchema, timestampSchema } from './shared.validator.ts';

const priceSchema = moneySchema
  .nullable()
  .meta({ description: 'Null without a price in the requested currency.' });

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
    compareAtPrice: moneySchema
      .nullable()
      .meta({ description: 'The higher price to show beside the current one.' }),
    available: z.boolean().meta({
      description: 'Whether it can be bought now: in stock, not tracked, or sold on backorder.',
    }),
    inventoryPolicy: z.enum(inventoryPolicies).meta({
      description: '`continue` sells it beyond its stock (backorder); `deny` does not.',
    }),
    position: z.int(),
    imageId: idSchema('image').nullable().meta({ description: 'The picture of this variant.' }),
  })
  .meta({ id: 'Variant', description: 'A buyable form of a product.' });

const derivativeSchema = z.object({
  width: z.int(),
  height: z.int().nullable(),
  format: z.string().meta({ example: 'avif' }),
  crop: z
    .enum(['square'])
    .nullable()
    .meta({ description: 'How it was cut, around the focal point; null for the whole picture.' }),
  url: z.string(),
});

export const productImageSchema = z
  .object({
    id: idSchema('image'),
    url: z.string().meta({ example: 'https://shop.example/media/tee.jpg' }),
    alt: z.string().meta({ description: "In the shop's language." }),
    altTexts: z
      .record(z.string(), z.string())
      .meta({ description: 'By locale.', example: { de: 'Ein Hemd' } }),
    position: z.int(),
    width: z.int().nullable().meta({ description: 'Pixels; null while unknown.' }),
    height: z.int().nullable().meta({ description: 'Pixels; null while unknown.' }),
    dominantColor: z.string().nullable().meta({
      description: 'To show until the picture is there; null while unknown.',
      example: '#c8b69a',
    }),
    focalPoint: z
      .object({ x: z.number(), y: z.number() })
      .nullable()
      .meta({
        description:
          'What crops keep in sight: 0 is left or top, 1 right or bottom; null for a link to elsewhere.',
        example: { x: 0.5, y: 0.4 },
      }),
    variants: z.array(idSchema('variant')).meta({ description: 'The variants that it shows.' }),
    derivatives: z
      .array(derivativeSchema)
      .meta({ description: 'Smaller sizes and other formats, for `srcset`.' }),
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
    status: z.literal('active').meta({ description: 'Only active products are listed.' }),
    available: z.boolean().meta({ description: 'Whether at least one variant can be bought now.' }),
    priceRange: z
      .object({ min: moneySchema, max: moneySchema })
      .nullable()
      .meta({ description: 'The range over the variants; null without a price in the currency.' }),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    variants: z.array(variantSchema),
    images: z.array(productImageSchema),
    categories: z.array(categorySummarySchema),
    collections: z.array(collectionSummarySchema),
    seo: z.object({ title: z.string().nullable(), description: z.string().nullable() }),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'Product', description: 'A product with its variants, priced in one currency.' });

/** The shape of a product when `fields` is given. */
export const sparseProductSchema = productSchema.partial().required({ id: true }).meta({
  id: 'SparseProduct',
  description: 'The members that `fields` names, and the id.',
});

const valueCountSchema = z.object({ value: z.string(), count: z.int() });

const facetsSchema = z
  .object({
    categories: z.array(categoryNameSchema.extend({ path: z.string(), count: z.int() })).meta({
      description: 'Counts products of the categories below it too.',
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
      'The values among the products that pass all filters, each with the number of products; the 100 most frequent of each kind.',
  });

export const productListMetaSchema = pageMetaSchema
  .extend({
    facets: facetsSchema.optional().meta({ description: 'Only with `facets=true`.' }),
  })
  .meta({ id: 'ProductListMeta' });

export type Product = z.output<typeof productSchema>;
export type ProductImage = z.output<typeof productImageSchema>;
export type ProductField = keyof Product;
export type ProductFacets = z.output<typeof facetsSchema>;
export type ProductListMeta = z.output<typeof productListMetaSchema>;
