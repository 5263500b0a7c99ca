import type { Handlers } from '../kernel/route.ts';
import { presentPayment } from '../presenters/payments.presenter.ts';
import type { paymentRoutes } from '../routes/payments.routes.ts';
import type { OrdersService } from '../services/orders.service.ts';
import type { PaymentsService } from '../services/payments.service.ts';
import type { RefundsService } from '../services/refunds.service.ts';
import { ok } from '../utils/response.ts';
import { showOrderToStaff } from './showOrder.controller.ts';

interface Services {
  payments: PaymentsService;
  orders: OrdersService;
  refunds: RefundsService;
}

export function createPaymentsController({
  payments,
  orders,
  refunds,
}: Services): Handlers<typeof paymentRoutes> {
  const showToStaff = showOrderToStaff.bind(undefined, { orders, refunds });

  return {
    async payOrder(ctx, { params, headers }) {
      const token = headers['x-order-token'];
      const request = { orderId: params.orderId, token, claim: ctx.claim };
      return ok(presentPayment(await payments.payAgain(ctx, request)));
    },

    async captureOrder(ctx, { params }) {
      await payments.capture(ctx, params.orderId, ctx.claim);
      return showToStaff(ctx, params.orderId);
    },

    async markOrderPaid(ctx, { params, body }) {
      await payments.markPaid(ctx, params.orderId, body.note ?? 'paid outside of the shop');
      return showToStaff(ctx, params.orderId);
    },
  };
}
