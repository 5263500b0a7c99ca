import type { Handlers } from '../kernel/route.ts';
import { expectedVersionsOf, presentOutdatedCart } from '../presenters/carts.presenter.ts';
import { presentOrder } from '../presenters/orders.presenter.ts';
import { presentPayment, presentPaymentOption } from '../presenters/payments.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { checkoutRoutes } from '../routes/checkout.routes.ts';
import type { CheckoutService } from '../services/checkout.service.ts';
import { preferredLocale } from '../utils/locale.ts';
import { created, ok, showingCurrent } from '../utils/response.ts';

interface Services {
  checkout: CheckoutService;
}

export function createCheckoutController({
  checkout,
}: Services): Handlers<ReturnType<typeof checkoutRoutes>> {
  return {
    async listPaymentOptions(ctx, { params, query }) {
      const options = await checkout.paymentOptions(ctx, params.cartId, query.credit);
      return ok(options.map(presentPaymentOption));
    },

    async checkoutCart(ctx, { params, headers, body }) {
      const { clientAddress } = ctx;
      const request = {
        ...body,
        cartId: params.cartId,
        expectedVersions: expectedVersionsOf(headers['if-match']),
        clientAddress,
        isVerified: ctx.identity?.isVerified === true,
        locale: body.locale ?? preferredLocale(headers['accept-language']),
        claim: ctx.claim,
      };
      const placed = checkout.place(ctx, request);
      const { order, payment, ...rest } = await showingCurrent(placed, presentOutdatedCart);
      const data = { order: presentOrder(order), payment: presentPayment(payment), ...rest };
      return created(data, `${API_BASE}/orders/${order.id}`);
    },
  };
}
