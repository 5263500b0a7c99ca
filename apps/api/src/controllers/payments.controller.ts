import type { PaymentsService } from '../services/payments.service.ts';
import { claimOf } from '../utils/claim.ts';
import { ok, type Reply } from '../utils/reply.ts';
import type { RequestContext } from '../utils/route.ts';
import type { OrderHeaders, OrderParams } from '../validators/orders.validator.ts';

export type PaymentsController = ReturnType<typeof createPaymentsController>;

export function createPaymentsController({ payments }: { payments: PaymentsService }) {
  return {
    async payAgain(
      { params, headers }: { params: OrderParams; headers: OrderHeaders },
      ctx: RequestContext,
    ): Promise<Reply> {
      const token = headers['x-order-token'];
      return ok(await payments.payAgain(ctx, params.orderId, token, claimOf(ctx)));
    },
  };
}
