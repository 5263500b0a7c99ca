import type { Handlers } from '../kernel/route.ts';
import { presentShop, shopEtag } from '../presenters/shop.presenter.ts';
import type { shopRoutes } from '../routes/shop.routes.ts';
import type { ShopService } from '../services/shop.service.ts';
import { ok, tagged } from '../utils/response.ts';

interface Services {
  shop: ShopService;
}

export function createShopController({ shop }: Services): Handlers<typeof shopRoutes> {
  return {
    async getShop(ctx) {
      const data = presentShop(await shop.profile(ctx));
      return tagged(ok(data), shopEtag(data));
    },
  };
}
