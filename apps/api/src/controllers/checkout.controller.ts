import { claimOf } from '../kernel/idempotencyClaim.ts';
import type { Handlers } from '../kernel/route.ts';
import { API_BASE } from '../routes/base.ts';
import type { checkoutRoutes } from '../routes/checkout.routes.ts';
import type { CheckoutService } from '../services/checkout.service.ts';
import type { OrdersService } from '../services/orders.service.ts';
import { preferredLocale } from '../utils/locale.ts';
import { created } from '../utils/response.ts';

interface Services {
  checkout: CheckoutService;
  orders: OrdersService;
}

export function createCheckoutController({
  checkout,
  orders,
}: Services): Handlers<typeof checkoutRoutes> {
  return {
    async checkoutCart(ctx, { params, headers, body }) {
      const { clientAddress } = ctx;
      const request = {
        ...body,
        cartId: params.cartId,
        ifMatch: headers['if-match'],
        clientAddress,
        locale: body.locale ?? preferredLocale(headers['accept-language']),
      };
      const { order, ...rest } = await checkout.place(ctx, request, claimOf(ctx));
      const data = { order: orders.represent(order), ...rest };
      return created(data, `${API_BASE}/orders/${order.id}`);
    },
  };
}
