import type { Handlers } from '../kernel/route.ts';
import {
  presentHistoryEntry,
  presentOrder,
  presentOrderSummary,
} from '../presenters/orders.presenter.ts';
import type { orderRoutes } from '../routes/orders.routes.ts';
import type { CheckoutService } from '../services/checkout.service.ts';
import type { Order, OrdersService } from '../services/orders.service.ts';
import type { RefundsService } from '../services/refunds.service.ts';
import { etagOf } from '../utils/etag.ts';
import { ok, page, tagged } from '../utils/response.ts';
import { showOrderToStaff } from './showOrder.controller.ts';

interface Services {
  orders: OrdersService;
  checkout: CheckoutService;
  refunds: RefundsService;
}

export function createOrdersController({
  orders,
  checkout,
  refunds,
}: Services): Handlers<typeof orderRoutes> {
  function show(order: Order) {
    const data = presentOrder(order);
    return tagged(ok(data), etagOf(JSON.stringify(data)));
  }

  const showToStaff = showOrderToStaff.bind(undefined, { orders, refunds });

  return {
    async getOrder(ctx, { params, headers }) {
      return show(await orders.getForShopper(ctx, params.orderId, headers['x-order-token']));
    },

    async getOrderHistory(ctx, { params, headers }) {
      const entries = await orders.history(ctx, params.orderId, headers['x-order-token']);
      return ok(entries.map(presentHistoryEntry));
    },

    async cancelOrder(ctx, { params, headers }) {
      const input = { token: headers['x-order-token'], claim: ctx.claim };
      return show(await checkout.cancel(ctx, params.orderId, input));
    },

    async listOwnOrders(ctx, { query }) {
      const { rows, meta } = await orders.listOwn(ctx, query);
      return page(rows.map(presentOrderSummary), meta);
    },

    async claimOrder(ctx, { body }) {
      return show(await orders.claim(ctx, body));
    },

    async getOrderAsStaff(ctx, { params }) {
      return showToStaff(ctx, params.orderId);
    },

    async cancelOrderAsStaff(ctx, { params, body }) {
      const input = { reason: body.reason, claim: ctx.claim };
      await checkout.cancelAsStaff(ctx, params.orderId, input);
      return showToStaff(ctx, params.orderId);
    },
  };
}
