import type { Handlers } from '../kernel/route.ts';
import {
  imageEtag,
  isImageOf,
  presentOutdatedImage,
  presentStaffImage,
} from '../presenters/productImages.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { productImageRoutes } from '../routes/productImages.routes.ts';
import type { ProductImagesService, StaffImage } from '../services/productImages.service.ts';
import { created, ok, showingCurrent, tagged } from '../utils/response.ts';

interface Deps {
  services: { productImages: ProductImagesService };
  /** Where public files are found. */
  mediaUrl: string;
}

export function createProductImagesController({
  services: { productImages: images },
  mediaUrl,
}: Deps): Handlers<typeof productImageRoutes> {
  const show = (image: StaffImage) => presentStaffImage(image, mediaUrl);
  return {
    async listProductImages(ctx, { params }) {
      return ok((await images.list(ctx, params.productId)).map(show));
    },

    async addProductImage(ctx, { params, body }) {
      const image = await images.add(ctx, params.productId, body);
      const address = `${API_BASE}/admin/products/${params.productId}/images/${image.document.id}`;
      return tagged(created(show(image), address), imageEtag(image));
    },

    async updateProductImage(ctx, { params, headers, body }) {
      const change = { ...body, isExpected: isImageOf(headers['if-match']) };
      const changed = await showingCurrent(
        images.change(ctx, params, change),
        presentOutdatedImage,
      );
      return tagged(ok(show(changed)), imageEtag(changed));
    },

    async removeProductImage(ctx, { params, headers }) {
      const expectation = { isExpected: isImageOf(headers['if-match']) };
      const removed = images.remove(ctx, params, expectation);
      return ok(show(await showingCurrent(removed, presentOutdatedImage)));
    },
  };
}
