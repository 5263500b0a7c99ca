import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import {
  newProductImageSchema,
  productImageParamsSchema,
  productImagePatchSchema,
  productParamsSchema,
  staffProductImageSchema,
} from '../validators/productImages.validator.ts';
import { ifMatchSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Product pictures', cache: 'private' } as const;
const writing = { ...shared, permission: 'media:write' } as const;
const theImage = {
  description: 'The picture.',
  schema: staffProductImageSchema,
  tagged: true,
} as const;

export const productImageRoutes = defineRoutes({
  listProductImages: {
    ...shared,
    permission: 'media:read',
    method: 'get',
    path: '/admin/products/:productId/images',
    summary: 'List the pictures of a product',
    description: 'In their order, of a product with any status.',
    request: { params: productParamsSchema },
    responses: {
      200: { description: 'All of them.', schema: z.array(staffProductImageSchema) },
    },
    errors: ['not_found'],
  },
  addProductImage: {
    ...writing,
    method: 'post',
    path: '/admin/products/:productId/images',
    summary: 'Add a picture to a product',
    description:
      'A public picture of the shop’s files, or a link to one elsewhere. A file that a product shows is not deleted.',
    request: { params: productParamsSchema, body: newProductImageSchema },
    responses: { 201: theImage },
    errors: ['not_found', 'state_conflict', 'image_known', 'too_many_images'],
  },
  updateProductImage: {
    ...writing,
    method: 'patch',
    path: '/admin/products/:productId/images/:imageId',
    summary: 'Change a picture of a product',
    description:
      'Absent members keep their values. With `If-Match`, the change is refused (412) if the picture has changed since.',
    request: {
      params: productImageParamsSchema,
      headers: ifMatchSchema,
      body: productImagePatchSchema,
    },
    responses: { 200: theImage },
    errors: ['not_found', 'precondition_failed'],
  },
  removeProductImage: {
    ...writing,
    method: 'delete',
    path: '/admin/products/:productId/images/:imageId',
    summary: 'Take a picture out of a product',
    description:
      'Its variants have no picture then. A file that nothing refers to any more is deleted after 24 hours, unless it is to be kept.',
    request: { params: productImageParamsSchema, headers: ifMatchSchema },
    responses: {
      200: { description: 'The picture as it was.', schema: staffProductImageSchema },
    },
    errors: ['not_found', 'precondition_failed'],
  },
});
