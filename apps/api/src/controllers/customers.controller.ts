import type { Handlers, RequestContext } from '../kernel/route.ts';
import {
  customerEtag,
  presentCustomer,
  presentOutdatedCustomer,
  presentTimelineEntry,
} from '../presenters/customers.presenter.ts';
import { presentOrderSummary } from '../presenters/orders.presenter.ts';
import type { customerRoutes } from '../routes/customers.routes.ts';
import type { Customer, CustomersService } from '../services/customers.service.ts';
import type { OrdersService } from '../services/orders.service.ts';
import { matchesEtag } from '../utils/etag.ts';
import { ok, page, showingCurrent, tagged } from '../utils/response.ts';

interface Services {
  customers: CustomersService;
  orders: Pick<OrdersService, 'listOfCustomer'>;
}

const show = (ctx: RequestContext, customer: Customer) =>
  tagged(ok(presentCustomer(ctx, customer)), customerEtag(customer));

export function createCustomersController({
  customers,
  orders,
}: Services): Handlers<typeof customerRoutes> {
  return {
    async listCustomers(ctx, { query }) {
      const { rows, meta } = await customers.list(ctx, query);
      return page(
        rows.map((customer) => presentCustomer(ctx, customer)),
        meta,
      );
    },

    async getCustomer(ctx, { params }) {
      return show(ctx, await customers.get(ctx, params.customerId));
    },

    async listCustomerOrders(ctx, { params, query }) {
      const { id } = await customers.get(ctx, params.customerId);
      const { rows, meta } = await orders.listOfCustomer(ctx, id, query);
      return page(rows.map(presentOrderSummary), meta);
    },

    async getCustomerTimeline(ctx, { params, query }) {
      const { rows, meta } = await customers.timeline(ctx, params.customerId, query);
      return page(rows.map(presentTimelineEntry), meta);
    },

    async changeCustomer(ctx, { params, headers, body }) {
      const ifMatch = headers['if-match'];
      const isExpected =
        ifMatch === undefined
          ? undefined
          : (customer: Customer) => matchesEtag(ifMatch, customerEtag(customer));
      const changed = customers.change(ctx, params.customerId, { ...body, isExpected });
      return show(ctx, await showingCurrent(changed, presentOutdatedCustomer));
    },

    async disableCustomer(ctx, { params, body }) {
      const change = { ...body, isEnabled: false };
      return show(ctx, await customers.setEnabled(ctx, params.customerId, change));
    },

    async enableCustomer(ctx, { params, body }) {
      const change = { ...body, isEnabled: true };
      return show(ctx, await customers.setEnabled(ctx, params.customerId, change));
    },

    async resetCustomerFactors(ctx, { params, body }) {
      return show(ctx, await customers.resetFactors(ctx, params.customerId, body.reason));
    },

    async mergeCustomers(ctx, { params, body }) {
      return show(ctx, await customers.merge(ctx, params.customerId, body));
    },
  };
}
