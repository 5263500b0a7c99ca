import type { Handlers } from '../kernel/route.ts';
import { serializeProduct, serializeProductPage } from '../presenters/products.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { productRoutes } from '../routes/products.routes.ts';
import type { CatalogueCacheService } from '../services/catalogueCache.service.ts';
import type { ProductsService } from '../services/products.service.ts';
import { cached } from '../utils/response.ts';

interface Deps {
  services: { products: ProductsService; catalogueCache: CatalogueCacheService };
  /** Where stored pictures are found; without a slash at the end. */
  mediaUrl: string;
}

const path = `${API_BASE}/products`;

/** Answers are cached with their bodies serialized; most are sent unchanged. */
export function createProductsController({
  services: { products, catalogueCache },
  mediaUrl,
}: Deps): Handlers<typeof productRoutes> {
  return {
    async listProducts(ctx, { query: { cursor, fields: wanted, ...query } }) {
      const request = products.listRequest(query);
      const fields = wanted?.toSorted() ?? null;
      const answer = await catalogueCache.list([request, fields, cursor], async () => {
        const page = await products.list(ctx, { request, cursor });
        return serializeProductPage(page, { request, fields, mediaUrl, path });
      });
      return cached(answer);
    },

    async getProduct(ctx, { params: { idOrHandle }, query: { fields: wanted, ...query } }) {
      const shape = products.shape(query);
      const fields = wanted?.toSorted() ?? null;
      const answer = await catalogueCache.product([idOrHandle, shape, fields], async () => {
        const product = await products.get(ctx, idOrHandle, shape);
        const view = { currency: shape.currency, mediaUrl };
        return { id: product.id, answer: serializeProduct(product, fields, view) };
      });
      return cached(answer);
    },
  };
}
