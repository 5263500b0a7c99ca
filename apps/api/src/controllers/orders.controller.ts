import type { CheckoutService } from '../services/checkout.service.ts';
import type { Order, OrdersService } from '../services/orders.service.ts';
import { etagOf } from '../utils/etag.ts';
import { claimOf } from '../utils/claim.ts';
import { ok, type Reply } from '../utils/reply.ts';
import type { RequestContext } from '../utils/route.ts';
import type { OrderHeaders, OrderParams } from '../validators/orders.validator.ts';

export type OrdersController = ReturnType<typeof createOrdersController>;

interface Services {
  orders: OrdersService;
  checkout: CheckoutService;
}

interface OrderInput {
  params: OrderParams;
  headers: OrderHeaders;
}

export function createOrdersController({ orders, checkout }: Services) {
  function shown(order: Order): Reply {
    const data = orders.represent(order);
    return ok(data, { ETag: etagOf(JSON.stringify(data)) });
  }

  return {
    async get({ params, headers }: OrderInput, ctx: RequestContext): Promise<Reply> {
      return shown(await orders.view(ctx, params.orderId, headers['x-order-token']));
    },

    async history({ params, headers }: OrderInput, ctx: RequestContext): Promise<Reply> {
      const entries = await orders.history(ctx, params.orderId, headers['x-order-token']);
      return ok(entries.map(orders.representHistory));
    },

    async cancel({ params, headers }: OrderInput, ctx: RequestContext): Promise<Reply> {
      const token = headers['x-order-token'];
      return shown(await checkout.cancel(ctx, params.orderId, token, claimOf(ctx)));
    },
  };
}
