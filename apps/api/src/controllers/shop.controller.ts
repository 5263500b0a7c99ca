import type { Handlers } from '../kernel/route.ts';
import type { shopRoutes } from '../routes/shop.routes.ts';
import type { ShopService } from '../services/shop.service.ts';
import { etagOf } from '../utils/etag.ts';
import { ok } from '../utils/response.ts';

interface Services {
  shop: ShopService;
}

export function createShopController({ shop }: Services): Handlers<typeof shopRoutes> {
  return {
    async getShop(ctx) {
      const profile = await shop.profile(ctx);
      return ok(profile, { ETag: etagOf(JSON.stringify(profile)) });
    },
  };
}
