import { z } from 'zod';
import { inventoryPolicies, productStatuses } from '../domains/products.enums.ts';
import { idSchema, moneySchema, textSchema } from './shared.validator.ts';

const spreadsheetSafeSchema = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true')
  .meta({
    description:
      'Whether cells that a spreadsheet would run as formulas get an apostrophe before them. The import takes it away again, but for texts with another apostrophe behind it.',
  });

export const productExportQuerySchema = z.strictObject({
  format: z.enum(['csv', 'ndjson']).default('csv').meta({
    description: 'Shopify’s product CSV, or one JSON document for each product (NDJSON).',
  }),
  spreadsheetSafe: spreadsheetSafeSchema,
  status: z.enum(productStatuses).optional(),
  vendor: textSchema(255).optional(),
  type: textSchema(255).optional(),
  tag: textSchema(255).optional(),
  category: textSchema(255).optional().meta({
    description: 'Handle or id of a category; includes the categories below it.',
  }),
  collection: textSchema(255).optional().meta({ description: 'Handle or id of a collection.' }),
});

export const inventoryExportQuerySchema = z.strictObject({
  spreadsheetSafe: spreadsheetSafeSchema,
});

const extrasSchema = z.record(z.string(), z.string()).meta({
  description:
    'What an imported file said in columns that the shop has no place for, by Shopify’s names.',
  example: { 'Google Shopping / Gender': 'unisex' },
});

const exportedVariantSchema = z.object({
  id: idSchema('variant'),
  sku: z.string().nullable(),
  barcode: z.string().nullable(),
  optionValues: z.array(z.string()).meta({ description: 'In the order of the options.' }),
  weightGrams: z.int(),
  requiresShipping: z.boolean(),
  taxable: z.boolean(),
  taxCode: z.string().nullable(),
  inventoryTracked: z.boolean(),
  inventoryPolicy: z.enum(inventoryPolicies),
  onHand: z.int().nullable().meta({
    description: 'At the location that imports count; null where the variant has no stock there.',
  }),
  prices: z.array(z.object({ price: moneySchema, compareAtPrice: moneySchema.nullable() })),
  cost: moneySchema.nullable().meta({ description: 'What the merchant pays for one.' }),
  imageId: idSchema('image').nullable(),
  extras: extrasSchema,
});

export const exportedProductSchema = z
  .object({
    id: idSchema('product'),
    handle: z.string(),
    title: z.string(),
    description: z.string().meta({ description: 'HTML.' }),
    vendor: z.string(),
    type: z.string(),
    tags: z.array(z.string()),
    status: z.enum(productStatuses),
    giftCard: z.boolean(),
    category: z.array(z.string()).meta({
      description: 'Names from the root; empty for none.',
      example: ['Apparel', 'Shirts'],
    }),
    collections: z.array(z.string()).meta({ description: 'Titles.' }),
    seoTitle: z.string().nullable(),
    seoDescription: z.string().nullable(),
    metafields: z.record(z.string(), z.unknown()).meta({
      description: 'By namespace and key.',
      example: { 'custom.fabric': 'Linen' },
    }),
    extras: extrasSchema,
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    variants: z.array(exportedVariantSchema),
    images: z.array(
      z.object({
        id: idSchema('image'),
        position: z.int(),
        url: z.string(),
        alt: z.string(),
      }),
    ),
  })
  .meta({ id: 'ExportedProduct', description: 'A product with all that the shop has of it.' });
