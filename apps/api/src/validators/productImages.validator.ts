import { z } from 'zod';
import { MAX_IMAGE_ALT_LENGTH, MAX_PRODUCT_IMAGES } from '../domains/productImages.limits.ts';
import { productImageSchema } from './products.validator.ts';
import { idSchema, textSchema } from './shared.validator.ts';

const params = { productId: idSchema('product') };
export const productParamsSchema = z.object(params);
export const productImageParamsSchema = z.object({ ...params, imageId: idSchema('image') });

const altSchema = textSchema(MAX_IMAGE_ALT_LENGTH, 0).meta({
  description: 'What it shows, in the shop’s language; without a text, that of the file is shown.',
  example: 'The shirt from behind',
});
const positionSchema = z.int().min(1).max(MAX_PRODUCT_IMAGES).meta({
  description: 'From 1; one beyond the last is the last. The others make room.',
});
const variantIdsSchema = z
  .array(idSchema('variant'))
  .max(2048)
  .meta({ description: 'The variants of the product that it shows, all of them.' });

export const newProductImageSchema = z
  .strictObject({
    fileId: idSchema('file').optional().meta({ description: 'A public picture of the shop’s.' }),
    url: z
      .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
      .max(2048)
      .optional()
      .meta({
        description: 'Instead of a file: a picture elsewhere, which stays there.',
        example: 'https://cdn.example/tee.jpg',
      }),
    alt: altSchema.default(''),
    position: positionSchema.optional(),
    variantIds: variantIdsSchema.default([]),
  })
  .refine(({ fileId, url }) => (fileId === undefined) !== (url === undefined), {
    path: ['fileId'],
    error: 'or url is required, and not both',
  });

export const productImagePatchSchema = z.strictObject({
  alt: altSchema
    .nullable()
    .transform((text) => text ?? '')
    .optional()
    .meta({
      description: 'null takes the text away: the picture then has that of its file, or none.',
    }),
  position: positionSchema.optional(),
  variantIds: variantIdsSchema.optional(),
});

export const staffProductImageSchema = productImageSchema
  .extend({
    url: z.string().nullable().meta({
      description: 'Null for one that is not stored, which shoppers do not see.',
    }),
    fileId: idSchema('file').nullable().meta({ description: 'Null for a link to elsewhere.' }),
    source: z.string().meta({
      description: 'Where it comes from, as the import named it, or as the file is called.',
    }),
  })
  .meta({ id: 'StaffProductImage', description: 'A picture of a product, as staff see it.' });
export type StaffProductImage = z.output<typeof staffProductImageSchema>;
