import type { Handlers } from '../kernel/route.ts';
import { presentGroup } from '../presenters/customerGroups.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { customerGroupRoutes } from '../routes/customerGroups.routes.ts';
import type { CustomerGroupsService } from '../services/customerGroups.service.ts';
import { accepted, created, ok, page } from '../utils/response.ts';

interface Services {
  customerGroups: CustomerGroupsService;
}

export function createCustomerGroupsController({
  customerGroups: groups,
}: Services): Handlers<typeof customerGroupRoutes> {
  return {
    async listCustomerGroups(ctx, { query }) {
      const { rows, meta } = await groups.list(ctx, query);
      return page(rows.map(presentGroup), meta);
    },

    async createCustomerGroup(ctx, { body }) {
      const group = await groups.create(ctx, body);
      return created(presentGroup(group), `${API_BASE}/admin/customer-groups/${group.id}`);
    },

    async getCustomerGroup(ctx, { params }) {
      return ok(presentGroup(await groups.get(ctx, params.groupId)));
    },

    async changeCustomerGroup(ctx, { params, body }) {
      return ok(presentGroup(await groups.change(ctx, params.groupId, body)));
    },

    async deleteCustomerGroup(ctx, { params }) {
      return ok(presentGroup(await groups.remove(ctx, params.groupId)));
    },

    async addCustomerToGroup(ctx, { params: { groupId, customerId } }) {
      return ok(presentGroup(await groups.addMember(ctx, groupId, customerId)));
    },

    async removeCustomerFromGroup(ctx, { params: { groupId, customerId } }) {
      return ok(presentGroup(await groups.removeMember(ctx, groupId, customerId)));
    },

    async refreshCustomerGroup(ctx, { params }) {
      return accepted(presentGroup(await groups.requestRefresh(ctx, params.groupId)));
    },
  };
}
