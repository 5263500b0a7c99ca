import type { CheckoutService } from '../services/checkout.service.ts';
import type { OrdersService } from '../services/orders.service.ts';
import { claimOf } from '../kernel/idempotencyClaim.ts';
import { created, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';
import type {
  CheckoutBody,
  CheckoutHeaders,
  CheckoutParams,
} from '../validators/checkout.validator.ts';
import { preferredLocale } from '../utils/locale.ts';

export type CheckoutController = ReturnType<typeof createCheckoutController>;

interface Services {
  checkout: CheckoutService;
  orders: OrdersService;
}

interface PlaceInput {
  params: CheckoutParams;
  headers: CheckoutHeaders;
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
        locale: body.locale ?? preferredLocale(headers['accept-language']),
      };
      const { order, ...rest } = await checkout.place(ctx, request, claimOf(ctx));
      const data = { order: orders.represent(order), ...rest };
      return created(data, `/api/v1/orders/${order.id}`);
    },
  };
}
