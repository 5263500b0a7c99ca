import type { ShopService } from '../services/shop.service.ts';
import { etagOf } from '../utils/etag.ts';
import { ok, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';

export type ShopController = ReturnType<typeof createShopController>;

export function createShopController({ shop }: { shop: ShopService }) {
  return {
    async profile(_input: unknown, ctx: RequestContext): Promise<Reply> {
      const profile = await shop.profile(ctx);
      return ok(profile, { ETag: etagOf(JSON.stringify(profile)) });
    },
  };
}
