import type { OrdersService } from '../services/orders.service.ts';
import type { PaymentsService } from '../services/payments.service.ts';
import { claimOf } from '../kernel/idempotencyClaim.ts';
import { ok, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';
import type { OrderHeaders, OrderParams } from '../validators/orders.validator.ts';
import type { MarkPaidBody } from '../validators/payments.validator.ts';

export type PaymentsController = ReturnType<typeof createPaymentsController>;

interface Services {
  payments: PaymentsService;
  orders: OrdersService;
}

export function createPaymentsController({ payments, orders }: Services) {
  return {
    /** For staff. */
    async capture({ params }: { params: OrderParams }, ctx: RequestContext): Promise<Reply> {
      await payments.capture(ctx, params.orderId, claimOf(ctx));
      return ok(orders.represent(await orders.read(ctx, params.orderId)));
    },

    /** For staff. */
    async markPaid(
      { params, body }: { params: OrderParams; body: MarkPaidBody },
      ctx: RequestContext,
    ): Promise<Reply> {
      await payments.markPaid(ctx, params.orderId, body.note ?? 'paid outside of the shop');
      return ok(orders.represent(await orders.read(ctx, params.orderId)));
    },

    async payAgain(
      { params, headers }: { params: OrderParams; headers: OrderHeaders },
      ctx: RequestContext,
    ): Promise<Reply> {
      const token = headers['x-order-token'];
      return ok(await payments.payAgain(ctx, params.orderId, token, claimOf(ctx)));
    },
  };
}
