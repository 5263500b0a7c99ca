import type { Handlers } from '../kernel/route.ts';
import { presentCategory, presentCollection } from '../presenters/categories.presenter.ts';
import type { categoryRoutes } from '../routes/categories.routes.ts';
import type { CatalogueCacheService } from '../services/catalogueCache.service.ts';
import type { ProductsService } from '../services/products.service.ts';
import { serializeEnvelope } from '../utils/cachedBody.ts';
import { cached } from '../utils/response.ts';

interface Services {
  products: ProductsService;
  catalogueCache: CatalogueCacheService;
}

export function createCategoriesController({
  products,
  catalogueCache,
}: Services): Handlers<typeof categoryRoutes> {
  return {
    async listCategories(ctx) {
      const read = async () => {
        const roots = await products.categories(ctx);
        return serializeEnvelope({ data: roots.map(presentCategory) });
      };
      return cached(await catalogueCache.other('categories', read));
    },

    async listCollections(ctx) {
      const read = async () => {
        const collections = await products.collections(ctx);
        return serializeEnvelope({ data: collections.map(presentCollection) });
      };
      return cached(await catalogueCache.other('collections', read));
    },
  };
}
