import type { OrdersService } from '../services/orders.service.ts';
import type { RefundsService } from '../services/refunds.service.ts';
import { created, ok, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';
import type { OrderParams } from '../validators/orders.validator.ts';
import type { RefundBody, RefundParams } from '../validators/refunds.validator.ts';

export type RefundsController = ReturnType<typeof createRefundsController>;

interface Services {
  orders: OrdersService;
  refunds: RefundsService;
}

export function createRefundsController({ orders, refunds }: Services) {
  return {
    async create(
      { params, body }: { params: OrderParams; body: RefundBody },
      ctx: RequestContext,
    ): Promise<Reply> {
      const refund = await refunds.request(ctx, params.orderId, body);
      return created(refunds.represent(refund), `/api/v1/admin/refunds/${refund.id}`);
    },

    async list({ params }: { params: OrderParams }, ctx: RequestContext): Promise<Reply> {
      await orders.inspect(ctx, params.orderId);
      return ok((await refunds.list(ctx, params.orderId)).map(refunds.represent));
    },

    async get({ params }: { params: RefundParams }, ctx: RequestContext): Promise<Reply> {
      return ok(refunds.represent(await refunds.get(ctx, params.refundId)));
    },

    async retry({ params }: { params: RefundParams }, ctx: RequestContext): Promise<Reply> {
      return ok(refunds.represent(await refunds.retry(ctx, params.refundId)));
    },
  };
}
