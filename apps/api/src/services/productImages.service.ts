import { withDeps } from '../utils/withDeps.ts';
import type { ProductImagesDeps } from './productImages/deps.ts';
import { listImages } from './productImages/images.ts';
import { addImage, changeImage, removeImage } from './productImages/writeImages.ts';

export type { StaffImage } from './productImages/images.ts';
export type ProductImagesService = ReturnType<typeof createProductImagesService>;

/** The pictures of products, as staff put them in order. */
export function createProductImagesService(deps: ProductImagesDeps) {
  return {
    list: listImages,
    ...withDeps(deps, { add: addImage, change: changeImage, remove: removeImage }),
  };
}
