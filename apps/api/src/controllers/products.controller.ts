import type { Handlers } from '../kernel/route.ts';
import type { productRoutes } from '../routes/products.routes.ts';
import type { ProductsService } from '../services/products.service.ts';
import { finished } from '../utils/response.ts';

interface Services {
  products: ProductsService;
}

export function createProductsController({ products }: Services): Handlers<typeof productRoutes> {
  return {
    async listProducts(ctx, { query }) {
      return finished(await products.list(ctx, query));
    },

    async getProduct(ctx, { params, query }) {
      return finished(await products.get(ctx, params.idOrHandle, query));
    },
  };
}
