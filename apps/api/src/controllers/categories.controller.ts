import type { ProductsService } from '../services/products.service.ts';
import { finished, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';

export type CategoriesController = ReturnType<typeof createCategoriesController>;

export function createCategoriesController({ products }: { products: ProductsService }) {
  return {
    async categories(_input: unknown, ctx: RequestContext): Promise<Reply> {
      return finished(await products.categories(ctx));
    },

    async collections(_input: unknown, ctx: RequestContext): Promise<Reply> {
      return finished(await products.collections(ctx));
    },
  };
}
