import type { CheckoutService } from '../services/checkout.service.ts';
import type { OrdersService } from '../services/orders.service.ts';
import { claimOf } from '../kernel/idempotencyClaim.ts';
import { created, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';
import type { CheckoutBody, CheckoutParams } from '../validators/checkout.validator.ts';
import type { IfMatch } from '../validators/shared.validator.ts';

export type CheckoutController = ReturnType<typeof createCheckoutController>;

interface Services {
  checkout: CheckoutService;
  orders: OrdersService;
}

interface PlaceInput {
  params: CheckoutParams;
  headers: IfMatch;
  body: CheckoutBody;
}

export function createCheckoutController({ checkout, orders }: Services) {
  return {
    async place({ params, headers, body }: PlaceInput, ctx: RequestContext): Promise<Reply> {
      const { clientAddress } = ctx;
      const request = {
        ...body,
        cartId: params.cartId,
        ifMatch: headers['if-match'],
        clientAddress,
      };
      const { order, ...rest } = await checkout.place(ctx, request, claimOf(ctx));
      const data = { order: orders.represent(order), ...rest };
      return created(data, `/api/v1/orders/${order.id}`);
    },
  };
}
