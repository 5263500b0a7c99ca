import type { ProductsService } from '../services/products.service.ts';
import type { Reply } from '../utils/reply.ts';
import type { RequestContext } from '../utils/route.ts';

export type CategoriesController = ReturnType<typeof createCategoriesController>;

export function createCategoriesController({ products }: { products: ProductsService }) {
  return {
    async categories(_input: unknown, ctx: RequestContext): Promise<Reply> {
      const { body, etag } = await products.categories(ctx);
      return { status: 200, body, headers: { ETag: etag } };
    },

    async collections(_input: unknown, ctx: RequestContext): Promise<Reply> {
      const { body, etag } = await products.collections(ctx);
      return { status: 200, body, headers: { ETag: etag } };
    },
  };
}
