import { createProduct } from '../helpers/catalog.ts';
import { insertFile } from '../helpers/files.ts';
import { asStaff } from '../helpers/staff.ts';
import { post, upTo, type Scenes, type Stage } from './scene.ts';

/** A product with `size` pictures. */
async function product({ shop }: Stage, size: number) {
  const images = upTo(size).map((number) => ({ source: `https://cdn.example/${number}.jpg` }));
  const { id, imageIds } = await createProduct(shop.ctx, { images });
  return { path: `/admin/products/${id}/images`, last: imageIds.at(-1) ?? '' };
}

/** The pictures of a product, as staff put them in order. */
export const scenes: Scenes = {
  listProductImages: async (stage, size) =>
    stage.shop.api.get(`/api/v1${(await product(stage, size)).path}`).set(asStaff),

  async addProductImage(stage, size) {
    const { path } = await product(stage, size);
    const { id: fileId } = await insertFile(stage.shop.ctx);
    return post(stage, path, asStaff).send({ fileId, position: 1 });
  },

  async updateProductImage(stage, size) {
    const { path, last } = await product(stage, size);
    return stage.shop.api
      .patch(`/api/v1${path}/${last}`)
      .set(asStaff)
      .send({ position: 1, alt: 'In front' });
  },

  async removeProductImage(stage, size) {
    const { path, last } = await product(stage, size);
    return stage.shop.api.delete(`/api/v1${path}/${last}`).set(asStaff);
  },
};
