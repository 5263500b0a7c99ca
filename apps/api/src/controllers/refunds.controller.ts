import type { Handlers } from '../kernel/route.ts';
import { presentRefund } from '../presenters/refunds.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { refundRoutes } from '../routes/refunds.routes.ts';
import type { OrdersService } from '../services/orders.service.ts';
import type { RefundsService } from '../services/refunds.service.ts';
import { created, ok } from '../utils/response.ts';

interface Services {
  orders: OrdersService;
  refunds: RefundsService;
}

export function createRefundsController({
  orders,
  refunds,
}: Services): Handlers<typeof refundRoutes> {
  return {
    async createRefund(ctx, { params, body }) {
      const refund = await refunds.request(ctx, params.orderId, body);
      return created(presentRefund(refund), `${API_BASE}/admin/refunds/${refund.id}`);
    },

    async listRefunds(ctx, { params }) {
      await orders.getForStaff(ctx, params.orderId);
      return ok((await refunds.list(ctx, params.orderId)).map(presentRefund));
    },

    async getRefund(ctx, { params }) {
      return ok(presentRefund(await refunds.get(ctx, params.refundId)));
    },

    async retryRefund(ctx, { params }) {
      return ok(presentRefund(await refunds.retry(ctx, params.refundId)));
    },
  };
}
