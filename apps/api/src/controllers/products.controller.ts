import type { ProductsService } from '../services/products.service.ts';
import { finished, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';
import type { ProductListQuery, ProductQuery } from '../validators/productQuery.validator.ts';

export type ProductsController = ReturnType<typeof createProductsController>;

export function createProductsController({ products }: { products: ProductsService }) {
  return {
    async list({ query }: { query: ProductListQuery }, ctx: RequestContext): Promise<Reply> {
      return finished(await products.list(ctx, query));
    },

    async get(
      { params, query }: { params: { idOrHandle: string }; query: ProductQuery },
      ctx: RequestContext,
    ): Promise<Reply> {
      return finished(await products.get(ctx, params.idOrHandle, query));
    },
  };
}
