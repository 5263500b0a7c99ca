import type { Handlers } from '../kernel/route.ts';
import type { categoryRoutes } from '../routes/categories.routes.ts';
import type { ProductsService } from '../services/products.service.ts';
import { finished } from '../utils/response.ts';

interface Services {
  products: ProductsService;
}

export function createCategoriesController({
  products,
}: Services): Handlers<typeof categoryRoutes> {
  return {
    async listCategories(ctx) {
      return finished(await products.categories(ctx));
    },

    async listCollections(ctx) {
      return finished(await products.collections(ctx));
    },
  };
}
