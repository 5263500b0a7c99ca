import type { CheckoutService } from '../services/checkout.service.ts';
import type { Order, OrdersService } from '../services/orders.service.ts';
import type { RefundsService } from '../services/refunds.service.ts';
import { etagOf } from '../utils/etag.ts';
import { claimOf } from '../kernel/idempotencyClaim.ts';
import { ok, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';
import type { ReasonBody } from '../validators/admin.validator.ts';
import type { OrderHeaders, OrderParams } from '../validators/orders.validator.ts';

export type OrdersController = ReturnType<typeof createOrdersController>;

interface Services {
  orders: OrdersService;
  checkout: CheckoutService;
  refunds: RefundsService;
}

interface OrderInput {
  params: OrderParams;
  headers: OrderHeaders;
}

export function createOrdersController({ orders, checkout, refunds }: Services) {
  function shown(order: Order): Reply {
    const data = orders.represent(order);
    return ok(data, { ETag: etagOf(JSON.stringify(data)) });
  }

  /** As staff see it. */
  async function inspected(ctx: RequestContext, orderId: string): Promise<Reply> {
    const order = await orders.inspect(ctx, orderId);
    const made = await refunds.list(ctx, orderId);
    return ok({ ...orders.representForStaff(order), refunds: made.map(refunds.represent) });
  }

  return {
    async get({ params, headers }: OrderInput, ctx: RequestContext): Promise<Reply> {
      return shown(await orders.view(ctx, params.orderId, headers['x-order-token']));
    },

    /** For staff. */
    async inspect({ params }: { params: OrderParams }, ctx: RequestContext): Promise<Reply> {
      return inspected(ctx, params.orderId);
    },

    async history({ params, headers }: OrderInput, ctx: RequestContext): Promise<Reply> {
      const entries = await orders.history(ctx, params.orderId, headers['x-order-token']);
      return ok(entries.map(orders.representHistory));
    },

    /** For staff. */
    async cancelAsStaff(
      { params, body }: { params: OrderParams; body: ReasonBody },
      ctx: RequestContext,
    ): Promise<Reply> {
      await checkout.cancelAsStaff(ctx, params.orderId, body.reason, claimOf(ctx));
      return inspected(ctx, params.orderId);
    },

    async cancel({ params, headers }: OrderInput, ctx: RequestContext): Promise<Reply> {
      const token = headers['x-order-token'];
      return shown(await checkout.cancel(ctx, params.orderId, token, claimOf(ctx)));
    },
  };
}
